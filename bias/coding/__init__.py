"""What people mark in articles: sheets to mark on, and how far those who marked agree."""
