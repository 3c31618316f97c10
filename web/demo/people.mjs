/* Everybody here is invented, and so is every place and event. Nothing in it
   is about anybody a trainer or a student could know. */

/** @typedef {{who: string, handle?: string, when: string, text: string}} Post */

/** What each page shows, and what one writes there.
    @type {Record<string, any>} */
export const PLACES = {
  feed: {
    title: "Birdsong", lead: "What is happening", audience: "Anyone can see this",
    ask: "What is happening?", button: "Post", field: "rich",
    /** @type {Post[]} */
    posts: [
      { who: "Marnie Oakes", handle: "@marnie_oakes", when: "12 min",
        text: "Supervision today asked me what I was proud of. I had to think, and then I could not stop." },
      { who: "Tobias Fenn", handle: "@fenn_reads", when: "48 min",
        text: "Reading on strengths-based practice for my essay. Which book made it click for you?" },
      { who: "Quillhaven Library", handle: "@quillhaven_lib", when: "2 h",
        text: "The reading corner is open late on Thursdays now. Tea is on us." },
      { who: "Ines Harrow", handle: "@ines_h", when: "5 h",
        text: "Three buses, two umbrellas, one very good sandwich. Placement week one: done." },
    ],
  },
  group: {
    title: "Kettle & Notebook", lead: "Private group · 214 members",
    audience: "Members of this group can see this",
    ask: "Write something to the group …", button: "Post to the group", field: "rich",
    posts: [
      { who: "Ines Harrow", when: "Yesterday",
        text: "Does anybody have a good template for reflective logs? Mine turn into shopping lists." },
      { who: "Dev Palliser", when: "Yesterday",
        text: "How do you all switch off after a late shift? I have tried tea. I have tried more tea." },
      { who: "Marnie Oakes", when: "Monday",
        text: "Reminder that 214 people read along here. I like most of you. I have met six." },
    ],
  },
  blog: {
    title: "The Long Corridor", lead: "A blog about learning to help",
    audience: "Comments are public", ask: "Leave a comment", button: "Post comment",
    field: "plain",
    article: {
      title: "What I took home from my first year",
      text: ["I came with answers. I leave with better questions, a warmer coat and the habit of asking people how they like their tea.",
        "The thing nobody tells you is how much of it is waiting well: for a bus, for a call back, for somebody to feel ready.",
        "I will not tell you about anybody I met. They did not meet me to end up here."],
    },
    posts: [
      { who: "Tobias Fenn", when: "3 days ago", text: "“Waiting well.” I am writing that on my wall." },
      { who: "Rosalind Vane", when: "3 days ago", text: "Thirty years in, and I still ask about the tea." },
    ],
  },
  chat: {
    title: "Placement pals", lead: "Marnie, Tobias, Ines and you", chat: true,
    audience: "Four people are in this chat", ask: "Message", button: "Send", field: "rich",
    posts: [
      { who: "Tobias", when: "18:02", text: "Home. Shoes off. You?" },
      { who: "Ines", when: "18:04", text: "Still on the bus. It smells of crisps, in a good way" },
      { who: "Marnie", when: "18:05", text: "How was the visit you were nervous about?" },
    ],
  },
};
