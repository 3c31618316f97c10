/* The sites Earshot reads along on from the start, and what one writes there.
   Anywhere else only by "use here", site by site. */

/** @typedef {{name: string, hosts: string[], medium: string}} Site */

/** `hosts` with a leading "*." hold for the name itself as well.
    @type {Site[]} */
export const SITES = [
  { name: "Facebook", hosts: ["*.facebook.com"], medium: "facebook" },
  { name: "X", hosts: ["*.x.com", "*.twitter.com"], medium: "tweet" },
  { name: "LinkedIn", hosts: ["*.linkedin.com"], medium: "linkedin" },
  { name: "Instagram", hosts: ["*.instagram.com"], medium: "instagram" },
  {
    name: "Threads", hosts: ["*.threads.com", "*.threads.net"],
    medium: "tweet",
  },
  { name: "Bluesky", hosts: ["bsky.app"], medium: "tweet" },
  { name: "Mastodon", hosts: ["mastodon.social"], medium: "tweet" },
  { name: "Reddit", hosts: ["*.reddit.com"], medium: "forum" },
  {
    name: "Pinterest", hosts: ["*.pinterest.com", "*.pinterest.co.uk"],
    medium: "comment",
  },
  { name: "Tumblr", hosts: ["*.tumblr.com"], medium: "blog" },
  { name: "YouTube", hosts: ["*.youtube.com"], medium: "comment" },
  { name: "TikTok", hosts: ["*.tiktok.com"], medium: "tiktok" },
  { name: "WhatsApp Web", hosts: ["web.whatsapp.com"], medium: "whatsapp" },
  { name: "Medium", hosts: ["*.medium.com"], medium: "blog" },
  { name: "Substack", hosts: ["*.substack.com"], medium: "blog" },
  { name: "WordPress.com", hosts: ["*.wordpress.com"], medium: "blog" },
  {
    name: "Blogger", hosts: ["*.blogger.com", "*.blogspot.com"],
    medium: "blog",
  },
  { name: "Discourse", hosts: ["*.discourse.group"], medium: "forum" },
];

/** @param {string[]} hosts @returns {string[]} as manifests write them */
export const patternsOf = (hosts) => hosts.map((host) => `https://${host}/*`);

/** @param {string} pattern a host, perhaps with "*." in front
    @param {string} host */
export const covers = (pattern, host) => pattern.startsWith("*.")
  ? host === pattern.slice(2) || host.endsWith(pattern.slice(1))
  : host === pattern;

/** @param {string} host @returns {Site | undefined} */
export const siteOf = (host) =>
  SITES.find(({ hosts }) => hosts.some((one) => covers(one, host)));

/** What one most likely writes there; a guess that the person can change.
    @param {string} host */
export const mediumOf = (host) => siteOf(host)?.medium ?? "tweet";

/** The host that settings are kept under. `www.` says nothing.
    @param {string | undefined} address @returns {string} "" when it has none */
export function hostOf(address) {
  try {
    return new URL(String(address)).hostname.replace(/^www\./, "");
  } catch {
    return "";
  }
}
