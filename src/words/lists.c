/* Short lists that the rules ask. All sorted. */
#include "irregular.h"

/* Function words: they have no other forms, nor are they forms. */
const char *const irregular_fixed_words[] = {
    "a",          "about",        "above",      "across",
    "after",      "again",        "against",    "ago",
    "ahead",      "albeit",       "alike",      "all",
    "almost",     "alone",        "along",      "alongside",
    "already",    "also",         "although",   "always",
    "am",         "amid",         "among",      "amongst",
    "an",         "and",          "another",    "any",
    "anybody",    "anyhow",       "anymore",    "anyone",
    "anything",   "anyway",       "anywhere",   "apart",
    "are",        "around",       "as",         "aside",
    "at",         "away",         "aye",        "back",
    "be",         "because",      "been",       "before",
    "behalf",     "behind",       "below",      "beneath",
    "beside",     "besides",      "between",    "beyond",
    "both",       "but",          "by",         "can",
    "cannot",     "could",        "despite",    "did",
    "do",         "does",         "doing",      "done",
    "down",       "due",          "during",     "each",
    "either",     "else",         "elsewhere",  "enough",
    "even",       "evenly",       "ever",       "every",
    "everybody",  "everyone",     "everything", "everywhere",
    "except",     "far",          "few",        "fewer",
    "for",        "from",         "gone",       "had",
    "has",        "have",         "having",     "he",
    "hence",      "her",          "here",       "hers",
    "herself",    "him",          "himself",    "his",
    "how",        "however",      "i",          "if",
    "in",         "indeed",       "inside",     "instead",
    "into",       "is",           "it",         "its",
    "itself",     "just",         "later",      "least",
    "less",       "lest",         "likewise",   "many",
    "may",        "maybe",        "me",         "meanwhile",
    "might",      "mine",         "more",       "moreover",
    "most",       "much",         "must",       "my",
    "myself",     "near",         "nearly",     "neither",
    "never",      "nevertheless", "no",         "nobody",
    "none",       "nonetheless",  "nor",        "not",
    "nothing",    "now",          "nowadays",   "nowhere",
    "of",         "off",          "often",      "on",
    "once",       "only",         "onto",       "or",
    "other",      "otherwise",    "ought",      "our",
    "ours",       "ourselves",    "out",        "outside",
    "over",       "overall",      "per",        "perhaps",
    "quite",      "rather",       "really",     "same",
    "several",    "shall",        "she",        "should",
    "since",      "so",           "some",       "somebody",
    "somehow",    "someone",      "something",  "sometimes",
    "somewhere",  "soon",         "sooner",     "still",
    "such",       "than",         "that",       "the",
    "thee",       "their",        "theirs",     "them",
    "themselves", "then",         "there",      "therefore",
    "these",      "they",         "thine",      "this",
    "those",      "thou",         "though",     "through",
    "throughout", "thus",         "thy",        "till",
    "to",         "today",        "together",   "tomorrow",
    "tonight",    "too",          "toward",     "towards",
    "twice",      "under",        "underneath", "unless",
    "unlike",     "until",        "unto",       "up",
    "upon",       "us",           "usually",    "very",
    "via",        "was",          "we",         "were",
    "what",       "whatever",     "when",       "whenever",
    "where",      "whereas",      "wherever",   "whether",
    "which",      "whichever",    "while",      "whilst",
    "who",        "whoever",      "whom",       "whose",
    "why",        "will",         "with",       "within",
    "without",    "would",        "ye",         "yes",
    "yesterday",  "yet",          "you",        "your",
    "yours",      "yourself",     "yourselves", "yous",
    "youse"};
const size_t irregular_n_fixed =
    sizeof irregular_fixed_words / sizeof *irregular_fixed_words;

/* What the rules would make of base, raise, fee, new …, and is another word of
   its own. */
const char *const irregular_another_words[] = {
    "albumin",  "aspirin", "basin",  "bobbin",   "brain",   "bulletin",
    "calvin",   "corin",   "cousin", "crispin",  "dogged",  "dogging",
    "dubbin",   "dustin",  "feed",   "formalin", "gratin",  "heroin",
    "inning",   "jerkin",  "larkin", "latin",    "login",   "martin",
    "muffin",   "news",    "parkin", "perkin",   "pippin",  "puffin",
    "ragged",   "raisin",  "rankin", "resin",    "robin",   "rosin",
    "rugged",   "ruin",    "ruskin", "satin",    "sats",    "savin",
    "shilling", "stalin",  "tannin", "tiffin",   "villain", "violin",
    "warfarin", "weed",    "wicked"};
const size_t irregular_n_another =
    sizeof irregular_another_words / sizeof *irregular_another_words;

/* Words of two syllables or more that double their last letter before -ed and
   -ing: stressed there, or ending in a word that doubles. */
const char *const irregular_doubling_words[] = {
    "abet",         "abhor",     "abut",      "acquit",    "admit",
    "airdrop",      "allot",     "anagram",   "annul",     "appal",
    "aver",         "babysit",   "backdrop",  "backlog",   "backpedal",
    "backstab",     "backstop",  "bedim",     "befit",     "befog",
    "beget",        "begin",     "beset",     "besot",     "bestir",
    "bitmap",       "bobsled",   "bootleg",   "bootstrap", "bullshit",
    "caravan",      "carpetbag", "catnap",    "chitchat",  "cobweb",
    "commit",       "compel",    "concur",    "confab",    "confer",
    "control",      "copycat",   "cravat",    "crossbar",  "crowbar",
    "cruel",        "deadpan",   "debar",     "debug",     "defer",
    "demob",        "demur",     "deter",     "diagram",   "dial",
    "disbar",       "disinter",  "dispel",    "distil",    "doorstep",
    "doughnut",     "dual",      "duel",      "duet",      "earwig",
    "eavesdrop",    "embed",     "emit",      "enrol",     "enthral",
    "entrap",       "equip",     "excel",     "expel",     "extol",
    "forbid",       "forget",    "format",    "foxtrot",   "fuel",
    "fulfil",       "giftwrap",  "haircut",   "handbag",   "handicap",
    "hedgehop",     "hobnob",    "horsewhip", "housesit",  "humbug",
    "impel",        "incur",     "infer",     "initial",   "input",
    "inset",        "instal",    "instil",    "inter",     "jetlag",
    "jitterbug",    "kneecap",   "leapfrog",  "misdial",   "monogram",
    "mousetrap",    "nightclub", "nonplus",   "nonstop",   "nutmeg",
    "occur",        "offset",    "omit",      "outbid",    "outfit",
    "outgun",       "output",    "outrun",    "outstrip",  "outwit",
    "overlap",      "overrun",   "overstep",  "patrol",    "permit",
    "pettifog",     "photoshop", "prefab",    "prefer",    "preset",
    "propel",       "quickstep", "rebel",     "rebut",     "recap",
    "recommit",     "recur",     "redial",    "refer",     "refit",
    "reformat",     "refuel",    "regret",    "rejig",     "remap",
    "remit",        "repel",     "replan",    "reprogram", "rerun",
    "reset",        "resit",     "retrofit",  "sandbag",   "sequin",
    "shrinkwrap",   "sidestep",  "slingshot", "sublet",    "submit",
    "suntan",       "telegram",  "transfer",  "transmit",  "trial",
    "typeset",      "uncap",     "unclog",    "underpin",  "unfit",
    "unman",        "unpin",     "unplug",    "unsnap",    "unwrap",
    "unzip",        "uppercut",  "upset",     "watchdog",  "waterlog",
    "weatherstrip", "weblog",    "wiretap",   "workshop",  "zigzag"};
const size_t irregular_n_doubling =
    sizeof irregular_doubling_words / sizeof *irregular_doubling_words;

/* Seen both ways. */
const char *const irregular_either_words[] = {"benefit", "combat", "kidnap",
                                              "program", "worship"};
const size_t irregular_n_either =
    sizeof irregular_either_words / sizeof *irregular_either_words;

/* Ageing, queueing. */
const char *const irregular_keeps_e_words[] = {
    "age",   "binge", "cringe", "cue",   "queue",
    "route", "singe", "swinge", "tinge", "whinge"};
const size_t irregular_n_keeps_e =
    sizeof irregular_keeps_e_words / sizeof *irregular_keeps_e_words;

/* Contractions that are another word without their apostrophe. */
const char *const irregular_apostrophe_words[] = {
    "'bout", "'cause", "can't",  "he'll", "i'd",   "i'll",  "it's",  "let's",
    "one's", "she'd",  "she'll", "we'd",  "we'll", "we're", "who're"};
const size_t irregular_n_apostrophe =
    sizeof irregular_apostrophe_words / sizeof *irregular_apostrophe_words;
