/* All situations, to pick one. */
import { tellSetting } from "../../core/setting.mjs";
import { make } from "../make.mjs";

/** @param {import("./teach.mjs").Context} context */
export function shelf({ library, work, path }) {
  const { scenarios, packs } = library.told;
  const titles = new Map(packs.map(({ id, title }) => [id, title]));
  const ofPack = Map.groupBy
    ? Map.groupBy(scenarios, ({ pack }) => pack) : grouped(scenarios);
  return { element: make("div.shelf", {},
    make("h1", { id: "teach-title", tabindex: "-1" }, "Situations to talk through"),
    make("p.lead", {}, "Pick one, read it together, talk, and write the post " +
      "again. There are no wrong answers here, only better conversations."),
    make("p", {}, make("a.button.opener", { hash: `${path}/rooms` },
      "New here? Begin with “Same words, other room”")),
    [...ofPack].map(([pack, those]) => make("section", {},
      ofPack.size > 1 && make("h2", {}, titles.get(pack) ?? pack),
      make("ul.situations", {}, those.map((one) => make("li", {},
        card(one, work.of(`${pack}/${one.id}`), path)))))),
    scenarios.length === 0 && make("p", {}, "No situations are loaded.")) };
}

function grouped(scenarios) {
  const groups = new Map();
  for (const one of scenarios) {
    groups.set(one.pack, [...(groups.get(one.pack) ?? []), one]);
  }
  return groups;
}

function card(scenario, entry, path) {
  const { pack, id, title, minutes, setting } = scenario;
  return make("a.situation-card", { hash: `${path}/situation/${pack}/${id}` },
    make("strong", {}, title),
    make("span", {}, scenario.for),
    make("span.hint", {}, tellSetting(setting),
      minutes > 0 && `. About ${minutes} minutes`, "."),
    entry && make("span.begun", {}, "You have written something here"));
}
