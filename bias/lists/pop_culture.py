"""Names of popular culture, by kind: made-up worlds, entertainers, wares.

A headline about a wizard school reads unlike one about a central bank, so the
clickbait model sees which kind a name is of, never which name. Own lists. Nobody
who holds or seeks office is here, no outlet, and no name that many people bear.
"""

WORK, STAR, WARE = "⟨work⟩", "⟨star⟩", "⟨ware⟩"

_WORKS = frozenset(
    {
        "ahsoka", "aladdin", "amidala", "anakin", "antm", "avengers", "azkaban", "bachelorette",
        "barbie", "batman", "batmobile", "baywatch", "bb-8", "beetlejuice", "bridgerton", "buffy",
        "castiel", "cersei", "chewbacca", "chewie", "cinderella", "costanza", "daenerys",
        "daredevil", "darth", "deadpool", "degrassi", "disney", "disneyland", "downton", "dracula",
        "dragonstone", "drogo", "dumbledore", "ewok", "frodo", "furby", "furiosa", "gameboy",
        "gandalf", "ghibli", "ghostbusters", "ghostface", "godzilla", "gotham", "gremlins",
        "grinch", "gryffindor", "hagrid", "halloweentown", "halpert", "heisenberg", "hermione",
        "himym", "hobbit", "hobbits", "hocus", "hodor", "hogwarts", "hufflepuff", "huxtable",
        "hyrule", "isengard", "jedi", "jigglypuff", "joffrey", "jumanji", "katniss", "khaleesi",
        "knope", "kylo", "lannister", "lannisters", "lego", "leia", "lightsaber", "lightsabers",
        "lorelai", "malfoy", "mcdreamy", "mcsteamy", "minecraft", "minion", "moana", "mordor",
        "mosby", "mufasa", "muggle", "muggles", "mulan", "muppet", "muppets", "narnia",
        "nickelodeon", "nine-nine", "nintendo", "oitnb", "outlander", "pikachu", "pixar",
        "playstation", "pll", "pocahontas", "pocus", "pokemon", "pokémon", "poptropica", "potter",
        "powerpuff", "quidditch", "rapunzel", "ravenclaw", "riverdale", "rugrats", "schrute",
        "scissorhands", "scooby-doo", "seinfeld", "sherlock", "shondaland", "shrek", "simba",
        "simpsons", "sith", "skyrim", "skywalker", "slytherin", "smurfs", "snape", "snl", "snoopy",
        "sopranos", "spider-man", "spiderman", "spongebob", "squarepants", "squidward", "starfleet",
        "stargate", "supergirl", "superman", "tamagotchi", "tardis", "targaryen", "teletubbies",
        "tetris", "thor", "thrones", "tolkien", "twilight", "tyrion", "vader", "voldemort",
        "wakanda", "weasley", "weasleys", "westeros", "westworld", "wolverine", "wookiee",
        "x-files", "x-men", "xbox", "yoda", "yoshi", "zelda", "zoolander", "zootopia",
    }
)  # fmt: skip
"""Films, shows, games, and who and what is in them."""
_STARS = frozenset(
    {
        "adele", "aguilera", "aniston", "ariana", "avril", "beyonce", "beyoncé", "bieber", "bowie",
        "boyega", "britney", "channing", "chastain", "chenoweth", "cher", "chopra", "coldplay",
        "corden", "cumberbatch", "daddario", "deepika", "degeneres", "delevingne", "demi",
        "dicaprio", "dinklage", "disick", "efron", "eminem", "ferrell", "fey", "fieri", "gaga",
        "gisele", "gosling", "gyllenhaal", "hadid", "hadids", "hemsworth", "hemsworths",
        "hiddleston", "hudgens", "j-lo", "jenners", "jlo", "kaling", "kardashian",
        "kardashian-jenner", "kardashians", "kesha", "khloe", "khloé", "kimye", "kourtney",
        "krasinski", "kutcher", "kylie", "labeouf", "lavigne", "lorde", "lovato", "lupita",
        "madonna", "metallica", "midler", "miley", "minaj", "nicki", "nsync", "pacino", "padukone",
        "poehler", "radcliffe", "redmayne", "rickman", "rihanna", "rogen", "ruffalo", "rupaul",
        "scarjo", "seacrest", "selena", "shakira", "sheeran", "shonda", "sia", "sivan", "spielberg",
        "springsteen", "stallone", "streep", "streisand", "tarantino", "tatum", "teigen",
        "timberlake", "travolta", "tupac", "tyra", "vergara", "weeknd", "winfrey", "winslet",
        "witherspoon", "zayn", "zendaya",
    }
)  # fmt: skip
"""Singers, actors and people famous for being so."""
_WARES = frozenset(
    {
        "adidas", "airbnb", "asos", "budweiser", "burberry", "cadbury", "chanel", "cheeto",
        "cheetos", "chipotle", "coca-cola", "costco", "crayola", "doritos", "dunkin", "etsy",
        "febreze", "fitbit", "forever21", "frappuccino", "frappuccinos", "gatorade", "gopro",
        "grindr", "gucci", "guinness", "haagen-dazs", "heinz", "hershey", "hersheys", "ikea",
        "in-n-out", "jell-o", "kfc", "kindle", "kitkat", "kleenex", "legos", "lululemon", "macbook",
        "mcflurry", "nike", "nutella", "ocado", "okcupid", "oreo", "oreos", "pepsi", "photoshop",
        "popeyes", "prada", "primark", "pringles", "ramen", "sephora", "skittles", "snapchats",
        "snickers", "spotify", "sriracha", "starbucks", "tesco", "topshop", "tupperware", "twinkie",
        "twinkies", "twizzlers", "uber", "uniqlo", "velveeta", "venmo", "walmart", "wegmans",
        "yelp", "zara",
    }
)  # fmt: skip
"""Brands of food, clothes and gadgets, and their shops and apps."""
_KINDS = {
    name: mark for mark, names in ((WORK, _WORKS), (STAR, _STARS), (WARE, _WARES)) for name in names
}


def pop_mark(key: str) -> str | None:
    """Return the mark of a name's kind; None where it is no name of popular culture.

    >>> pop_mark("hogwarts"), pop_mark("senate")
    ('⟨work⟩', None)
    """
    return _KINDS.get(key)
