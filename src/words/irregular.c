#include "irregular.h"

#include <string.h>

typedef struct {
  const char *word, *forms;
} entry;

/* Sorted by word. Dialect pasts that people type in the UK and Ireland (seen,
   done, come, give, run, telt, catched) are among the forms. */
static const entry entries[] = {
    {"arise", "arose arisen"}, {"awake", "awoke awoken"},
    {"be", "=am is are was were been being "
     "isn't isnt aren't arent wasn't wasnt weren't"},
    {"bear", "bore borne born"}, {"beat", "beaten"}, {"become", "became"},
    {"begin", "began begun"}, {"bend", "bent"}, {"bet", ""}, {"bid", ""},
    {"bind", "bound"}, {"bite", "bit bitten"}, {"bleed", "bled"},
    {"blow", "blew blown"}, {"break", "broke broken"}, {"breed", "bred"},
    {"bring", "brought brung"}, {"broadcast", ""}, {"build", "built"},
    {"burn", "burnt"}, {"burst", ""}, {"buy", "bought"}, {"calf", "calves"},
    {"catch", "caught catched"},
    {"child", "=child's children children's childrens childs"},
    {"choose", "chose chosen"}, {"cling", "clung"}, {"come", "came"},
    {"cost", ""}, {"creep", "crept"}, {"crisis", "crises"}, {"cut", ""},
    {"deal", "dealt"}, {"diagnosis", "diagnoses"}, {"die", "dying"},
    {"dig", "dug"}, {"do", "=does did done doing doin doin'"},
    {"draw", "drew drawn"}, {"dream", "dreamt"}, {"drink", "drank drunk"},
    {"drive", "drove driven"}, {"dwarf", "dwarves"}, {"dwell", "dwelt"},
    {"eat", "ate eaten"}, {"elf", "elves"}, {"fall", "fell fallen"},
    {"feed", "fed"}, {"feel", "felt"}, {"fight", "fought"}, {"find", "found"},
    {"flee", "fled"}, {"fling", "flung"}, {"fly", "flew flown"},
    {"foot", "feet"}, {"forbid", "forbade forbidden"},
    {"forget", "forgot forgotten"}, {"forgive", "forgave forgiven"},
    {"freeze", "froze frozen"}, {"gentleman", "gentlemen"},
    {"get", "got gotten"}, {"give", "gave given"},
    {"go", "=goes went gone going goin goin'"}, {"goose", "geese"},
    {"grind", "ground"}, {"grow", "grew grown"}, {"half", "halves"},
    {"hang", "hung"}, {"have", "=has had having havin havin'"},
    {"hear", "heard"}, {"hide", "hid hidden"}, {"hit", ""}, {"hold", "held"},
    {"hurt", ""}, {"keep", "kept"}, {"kneel", "knelt"}, {"knife", "knives"},
    {"know", "knew known knowed"}, {"lay", "laid"}, {"lead", "led"},
    {"leaf", "leaves"}, {"lean", "leant"}, {"leap", "leapt"},
    {"learn", "learnt"}, {"leave", "left"}, {"lend", "lent"}, {"let", ""},
    {"lie", "lay lain lying"}, {"life", "lives"}, {"light", "lit"},
    {"loaf", "loaves"}, {"lose", "lost"}, {"louse", "lice"}, {"make", "made"},
    {"man", "men"}, {"mean", "meant"}, {"meet", "met"}, {"mouse", "mice"},
    {"overcome", "overcame"}, {"pay", "paid"}, {"person", "people peoples"},
    {"policeman", "policemen"}, {"policewoman", "policewomen"},
    {"prove", "proven"}, {"put", ""}, {"quit", ""}, {"read", ""},
    {"rend", "rent"}, {"rid", ""}, {"ride", "rode ridden"},
    {"ring", "rang rung"}, {"rise", "rose risen"}, {"run", "ran"},
    {"saw", "sawn"}, {"say", "said sez"}, {"see", "saw seen"},
    {"seek", "sought"}, {"self", "selves"}, {"sell", "sold"}, {"send", "sent"},
    {"set", ""}, {"sew", "sewn"}, {"shake", "shook shaken"}, {"shed", ""},
    {"sheep", ""}, {"shelf", "shelves"}, {"shine", "shone"}, {"shit", "shat"},
    {"shoot", "shot"}, {"show", "shown"}, {"shrink", "shrank shrunk"},
    {"shut", ""}, {"sing", "sang sung"}, {"sink", "sank sunk"}, {"sit", "sat"},
    {"sleep", "slept"}, {"slide", "slid"}, {"sling", "slung"}, {"slit", ""},
    {"smell", "smelt"}, {"sow", "sown"}, {"speak", "spoke spoken"},
    {"speed", "sped"}, {"spell", "spelt"}, {"spend", "spent"},
    {"spill", "spilt"}, {"spin", "spun"}, {"spit", "spat"}, {"split", ""},
    {"spoil", "spoilt"}, {"spread", ""}, {"spring", "sprang sprung"},
    {"stand", "stood"}, {"steal", "stole stolen"}, {"stick", "stuck"},
    {"sting", "stung"}, {"stink", "stank stunk"}, {"stride", "strode"},
    {"strike", "struck stricken"}, {"strive", "strove striven"},
    {"swear", "swore sworn"}, {"sweep", "swept"}, {"swell", "swollen"},
    {"swim", "swam swum"}, {"swing", "swung"}, {"take", "took taken"},
    {"teach", "taught"}, {"tear", "tore torn"}, {"tell", "told telt"},
    {"thief", "thieves"}, {"think", "thought"}, {"throw", "threw thrown"},
    {"tie", "tying"}, {"tooth", "teeth"}, {"tread", "trod trodden"},
    {"understand", "understood"}, {"undo", "undid undone undoes"},
    {"upset", ""}, {"wake", "woke woken"}, {"wear", "wore worn"},
    {"weave", "wove woven"}, {"weep", "wept"}, {"wet", ""}, {"wife", "wives"},
    {"win", "won"}, {"wind", "wound"}, {"withdraw", "withdrew withdrawn"},
    {"withhold", "withheld"}, {"wolf", "wolves"}, {"woman", "women"},
    {"wring", "wrung"}, {"write", "wrote written"}};

/* Sorted. */
static const char *const fixed[] = {
    "about", "above", "across", "after", "again", "against", "all", "almost",
    "along", "already", "also", "although", "always", "am", "among", "and",
    "another", "any", "anybody", "anyone", "anything", "are", "around", "as",
    "at", "aye", "back", "because", "been", "before", "behind", "being",
    "below", "beside", "between", "both", "but", "can", "could", "did",
    "does", "doing", "done", "down", "during", "each", "either", "else",
    "enough", "even", "ever", "every", "everybody", "everyone", "everything",
    "few", "for", "from", "gone", "had", "has", "he", "her", "here", "hers",
    "herself", "him", "himself", "his", "how", "if", "in", "inside", "into",
    "is", "it", "its", "itself", "just", "less", "may", "me", "might", "mine",
    "more", "most", "much", "must", "my", "myself", "near", "neither",
    "never", "no", "nobody", "none", "nor", "not", "nothing", "now", "of",
    "off", "often", "on", "once", "only", "onto", "or", "other", "our",
    "ours", "ourselves", "out", "outside", "over", "per", "quite", "rather",
    "really", "same", "shall", "she", "should", "since", "so", "some",
    "somebody", "someone", "something", "still", "such", "than", "that",
    "the", "their", "theirs", "them", "themselves", "then", "there", "these",
    "they", "this", "those", "though", "through", "to", "today", "together",
    "tomorrow", "tonight", "too", "towards", "under", "until", "unto", "up",
    "upon", "us", "very", "was", "we", "were", "what", "whatever", "when",
    "where", "whether", "which", "while", "who", "whom", "whose", "why",
    "with", "within", "without", "would", "yes", "yesterday", "yet", "you",
    "your", "yours", "yourself", "yourselves"};

/* Verbs stressed on their last syllable. Sorted. */
static const char *const doubling[] = {
    "abet", "abhor", "acquit", "admit", "allot", "begin", "commit", "compel",
    "concur", "confer", "control", "defer", "deter", "dispel", "emit",
    "enrol", "equip", "excel", "expel", "extol", "forget", "format", "fulfil",
    "handicap", "incur", "infer", "inter", "kidnap", "occur", "omit",
    "outfit", "patrol", "permit", "prefer", "program", "propel", "rebel",
    "rebut", "recur", "refer", "regret", "remit", "repel", "resit", "submit",
    "transfer", "transmit", "upset", "worship"};

static int compare(const char *known, const char *word, size_t len) {
  int c = strncmp(known, word, len);
  return c ? c : known[len] != '\0';
}

/* Binary search in `count` records of `size` bytes that begin with a string
   pointer; the record, or NULL. */
static const void *find(const void *table, size_t count, size_t size,
                        const char *word, size_t len) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const void *at = (const char *)table + middle * size;
    int c = compare(*(const char *const *)at, word, len);
    if (c == 0) return at;
    if (c < 0) low = middle + 1;
    else high = middle;
  }
  return NULL;
}

const char *irregular_forms(const char *word, size_t len) {
  const entry *e = find(entries, sizeof entries / sizeof *entries,
                        sizeof *entries, word, len);
  return e ? e->forms : NULL;
}

bool irregular_fixed(const char *word, size_t len) {
  return find(fixed, sizeof fixed / sizeof *fixed, sizeof *fixed, word, len) !=
         NULL;
}

bool irregular_doubles(const char *word, size_t len) {
  return find(doubling, sizeof doubling / sizeof *doubling, sizeof *doubling,
              word, len) != NULL;
}
