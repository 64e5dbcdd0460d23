"""Agency: who acts, who is acted upon, and where nobody is said to."""
