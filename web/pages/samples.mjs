/* Posts to try, about nobody: people and places are invented. */

export const SAMPLES = [
  {
    title: "A first visit",
    setting: "open/named/student/tweet",
    text: "First visit on my own today: a lad I support, aged 14, in " +
      "Thornwick, just home from hospital after an overdose. He showed me " +
      "his pigeons.",
  },
  {
    title: "On the doorstep",
    setting: "open/unstated/qualified/instagram",
    text: "Sat outside their house, about to go in for a home visit. Wish me " +
      "luck!",
  },
  {
    title: "Shop talk",
    setting: "open/named/qualified/linkedin",
    text: "Working with hard to reach families takes patience and a glovebox " +
      "full of custard creams.",
  },
  {
    title: "A good morning",
    setting: "open/named/carer/facebook",
    text: "This morning I sang with a man who was a miner. He knows " +
      "every word.",
  },
  {
    title: "A long day",
    setting: "locked/anon/qualified/tweet",
    text: "Absolutely shattered. I hate this job tonight and I could scream. " +
      "Wine. All of it. Back on shift at eight.",
  },
  {
    title: "Thank you",
    setting: "open/named/educator/tweet",
    text: "Thank you to everyone who came to our seminar on kinship care. I " +
      "learnt so much. The slides are free to use, tell me what you would add!",
  },
  {
    title: "Just lunch",
    setting: "open/named/qualified/tweet",
    text: "Rain all the way to Marbeck and my sandwich fell in a puddle. " +
      "Crisps for lunch, then.",
  },
];
