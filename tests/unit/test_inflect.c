/* Words, the forms that they must have, and those that they must not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include "../../src/words/inflect.h"

typedef struct {
  char text[2048]; /* " form form " */
  size_t len, count;
} collected;

static bool collect(void *user, const char *form, size_t len) {
  collected *c = user;
  assert_true(len <= 64 && c->len + len + 2 < sizeof c->text);
  memcpy(c->text + c->len, form, len);
  c->text[c->len + len] = ' ';
  c->len += len + 1;
  c->count++;
  return true;
}

static bool has(const collected *c, const char *form) {
  char wanted[80] = " ";
  strcat(wanted, form);
  strcat(wanted, " ");
  return strstr(c->text, wanted) != NULL;
}

/* Word, forms it must have, forms it must not have. */
static const char *const cases[][3] = {
    /* regular */
    {"visit", "visit visits visits' visit's visited visiting visitin' visitin",
     "visitting visitted visiter visitor"},
    {"box", "boxes boxes' box's boxed", "boxs boxxed boxxing"},
    {"play", "plays played playing", "plaied plaies"},
    {"carry", "carries carried carrying carryin", "carryed carrys carriing"},
    {"baby", "babies baby's babies' babied", "babys babys'"},
    {"family", "families family's families'", "familys"},
    {"agree", "agrees agreed agreeing", "agreeed agreing"},
    {"care", "cares cared caring carin", "careing careed"},
    {"refuge", "refuges", "refugee refugees refuse"},
    {"refuse", "refuses refused refusing", "refuseing"},
    {"dye", "dyed dyeing", "dying"},
    {"hoe", "hoed hoeing", "hoing"},
    {"age", "aged aging ageing", "ageed"},
    {"queue", "queued queuing queueing", ""},
    {"hero", "heroes heros heroes'", "heroin"},
    {"video", "videos videoed", "videoes"},
    {"guy", "guys", "guies"},
    {"mimic", "mimicked mimicking", "mimiced mimicing"},
    {"bivouac", "bivouacked", ""},
    {"old", "old", "older oldest"},
    /* doubling */
    {"plan", "plans planned planning plannin", "planed planing"},
    {"plane", "planed planing", "planned planning"},
    {"star", "starred starring", "stared staring"},
    {"stare", "stared staring", "starred starring"},
    {"bar", "barred", "bared"},
    {"stop", "stops stopped stopping", "stoped stoping"},
    {"fix", "fixed fixing", "fixxed"},
    {"quiz", "quizzes quizzed quizzing quizzes'", "quizes quized"},
    {"equip", "equipped equipping", "equiped"},
    {"prefer", "preferred preferring", "prefered"},
    {"commit", "committed committing", "commited"},
    {"offer", "offered offering", "offerred"},
    {"open", "opened opening", "openned"},
    {"listen", "listened", "listenned"},
    {"answer", "answered", "answerred"},
    {"layer", "layered", "layerred"},
    {"need", "needed needing", "needded"},
    {"travel", "travelled travelling traveled traveling", ""},
    {"fuel", "fuelled fueled", ""},
    {"focus", "focused focussed focusing focuses", "focusses"},
    {"bus", "buses busses bus's", "buss"},
    {"worship", "worshipped worshiped", ""},
    {"begin", "beginning began begun", "begining beginned"},
    {"forget", "forgot forgotten forgetting", "forgeting forgetted"},
    {"undercut", "undercutting", "undercuted"},
    /* irregular verbs */
    {"take", "takes took taken taking takin", "taked takeing"},
    {"tell", "tells told telling telt", "telled"},
    {"retell", "retold retelt retelling", "retelled"},
    {"understand", "understood understanding", "understanded"},
    {"misunderstand", "misunderstood", "misunderstanded"},
    {"foresee", "foresaw foreseen", "foreseed"},
    {"lie", "lies lay lain lying lied lyin", "lieing"},
    {"die", "dies died dying dyin", "dieing"},
    {"run", "run runs ran running runnin", "runned runed"},
    {"come", "come came coming comin", "comed comming"},
    {"see", "saw seen seeing seein", "seed"},
    {"get", "got gotten getting gettin", "getted"},
    {"know", "knew known knowed", ""},
    {"catch", "caught catched", ""},
    {"burn", "burned burnt", ""},
    {"hit", "hits hitting", "hitted hited"},
    {"hang", "hung hanged", ""},
    {"breastfeed", "breastfed breastfeeding", "breastfeeded"},
    {"be", "am is are was were been being bein", "bes beed isn't"},
    {"have", "has had having havin", "haves haved"},
    {"do", "does did done doing doin", "doed dos"},
    {"go", "goes went gone going goin gaun", "goed"},
    /* irregular nouns */
    {"child", "children child's children's childrens childs", "childed"},
    {"grandchild", "grandchildren grandchildren's", "grandchilded"},
    {"wife", "wives wife's wives' wifes", "wifed"},
    {"midwife", "midwives midwife's", ""},
    {"policeman", "policemen policeman's policemen's", ""},
    {"human", "humans", "humen"},
    {"person", "people person's persons people's", ""},
    {"diagnosis", "diagnoses diagnosis's", "diagnosised"},
    {"medium", "media mediums", ""},
    {"wolf", "wolves wolfed", ""},
    {"stomach", "stomachs", ""},
    {"lad", "lads lad's lads'", ""},
    {"mum", "mums mum's mums'", ""},
    {"cat", "cats cat's", "cated"},
    /* what would be another word */
    {"sin", "sins sinned sinning", "sing sining since"},
    {"win", "wins won winning", "wined wining"},
    {"number", "numbers numbered", "numb numbing"},
    {"doe", "doe's", "does"},
    {"fee", "fees", "feed"},
    {"wee", "wees", "weed"},
    {"new", "new", "news"},
    {"raise", "raised raising", "raisin"},
    {"puff", "puffed puffing", "puffin"},
    {"sate", "sated", "satin"},
    {"dust", "dusting", "dustin"},
    {"bra", "bras", "brain"},
    {"lung", "lungs lung's", "lunged lunging"},
    {"past", "past", "pasted pasting"},
    {"pic", "pics", "picked picking"},
    /* what the author inflected */
    {"told", "told", "tolds tolding"},
    {"visited", "visited", "visiteds visiteding"},
    {"visits", "visits", "visitses visitsing"},
    {"children", "children's childrens", "childrening"},
    {"meeting", "meetings meetin' meetin meeting's", "meetinging meetinged"},
    {"being", "beings", ""},
    {"bring", "brings brought brung bringing", "brin"},
    {"bed", "beds bedding", ""},
    {"feed", "feeds fed feeding", ""},
    {"embed", "embeds embedded", "embeded"},
    {"hundred", "hundreds", ""},
    {"present", "presents presented", ""},
    {"lens", "lenses", ""},
    {"james", "james's james'", ""},
    {"ahmed", "ahmed's", ""},
    /* function words and contractions */
    {"the", "the", "thes the's"},
    {"was", "was", "wases"},
    {"my", "my", "mies"},
    {"will", "will", "wills willed"},
    {"don't", "don't dont", "don'ts"},
    {"won't", "won't wont", ""},
    {"she's", "she's shes", ""},
    {"they're", "they're theyre", ""},
    {"o'clock", "oclock", ""},
    {"mum's", "mum's mums", ""},
    {"we're", "we're", "were"},
    {"i'll", "i'll", "ill"},
    {"he'll", "he'll", "hell"},
    {"she'll", "she'll", "shell"},
    {"we'd", "we'd", "wed"},
    {"can't", "can't", "cant"},
    {"who're", "who're", "whore"}};

static void words_have_their_forms(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    collected c = {.text = " ", .len = 1};
    assert_true(inflect(cases[i][0], strlen(cases[i][0]), collect, &c));
    for (size_t k = 1; k < 3; k++) {
      char list[200];
      strcpy(list, cases[i][k]);
      for (char *f = strtok(list, " "); f; f = strtok(NULL, " "))
        if (has(&c, f) != (k == 1))
          fail_msg("%s: \"%s\" %s among%s", cases[i][0], f,
                   k == 1 ? "is not" : "is", c.text);
    }
  }
}

static void some_words_are_only_themselves(void **state) {
  (void)state;
  static const char *const words[] = {"the",   "told", "because", "x", "of",
                                      "we're", "47",   "*",       "😂", "c3po"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    collected c = {.text = " ", .len = 1};
    assert_true(inflect(words[i], strlen(words[i]), collect, &c));
    assert_int_equal(c.count, 1);
    assert_true(has(&c, words[i]));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_have_their_forms),
      cmocka_unit_test(some_words_are_only_themselves)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
