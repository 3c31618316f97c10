// Every way a pack can be wrong: the pack, with ‸ in front of the place that the diagnostic must name, and the exact message.
// `good` is a whole principle without a fault, for faults that show only beside one.

const head = '# Pack: Test `test`\n\n';
const words = (list) => `${head}# Words\n\n## things\n\n${list}\n`;
const signal = (parts, examples = '### Fires\n\n- tea\n\n### Stays quiet\n\n- coffee\n') =>
  `${head}# Principle: Tea \`tea\`\n\nA reminder.\n\n> A question?\n\n## Signal: tea \`tea\`\n\n${parts}\n\n${examples}`;
const looks = (item) => signal(`### Looks for\n\n- ${item}`);
const levels = (item) => signal(`### Adds up\n\n- 1.0 tea\n\n### Levels\n\n- *note* from 1.0\n- ${item}`);
const settings = (item) => signal(`### Looks for\n\n- tea\n\n### Settings\n\n- ${item}`);

export const scenario = ({ details = '- Setting: `open/named/student/tweet`', situation = 'It was Monday.', draft = '> Tea.', questions = '- Why?', rest = '' } = {}) =>
  `${head}# Scenario: Tea \`tea\`\n\n${details}\n\n${situation}\n\n## Draft\n\n${draft}\n\n## Questions\n\n${questions}\n\n${rest}\n`;

export const good = signal('### Looks for\n\n- tea');

export const faults = [
  // headings
  { code: 'no-pack-heading', pack: '‸Just prose.\n', message: 'This pack has no "# Pack:" heading.' },
  { code: 'second-pack-heading', pack: `${head}# ‸Pack: Again \`again\`\n`, message: 'A pack has one "# Pack:" heading, and this is the second.' },
  { code: 'misplaced-heading', pack: good.replace(head, '').replace('# Principle', '# ‸Principle'), message: 'This heading cannot stand here.' },
  { code: 'missing-id', pack: '# ‸Pack: Test\n', message: 'This heading needs an id.' },
  { code: 'bad-id', pack: '# Pack: Test `‸My Pack`\n', message: '"My Pack" cannot be an id.' },
  { code: 'unknown-heading', pack: `${head}# ‸Principel: Tea \`tea\`\n`, message: 'This heading means nothing here. Did you mean "Principle:"?' },
  { code: 'unknown-heading', pack: good.replace('### Looks for', '### ‸Look for'), message: 'This heading means nothing here. Did you mean "Looks for"?' },
  { code: 'unknown-heading', pack: `${head}# ‸Gardening\n`, message: 'This heading means nothing here.' },
  { code: 'misplaced-heading', pack: `${head}# Words\n\n### ‸Fires\n\n- tea\n`, message: 'This heading cannot stand here.' },
  { code: 'bad-class-name', pack: `${head}# Words\n\n## ‸[things]\n\n- tea\n`, message: 'This cannot be the name of a word class.' },
  { code: 'nested-list', pack: words('- tea\n  ‸- green tea'), message: 'A list, quote or code block inside an item cannot be read.' },
  { code: 'slow-pattern', pack: looks('‸`(a+)+b`'), message: 'A long line of "aaaaaa…" makes this pattern slow, and checks are cut short.' },
  { code: 'too-many-patterns', pack: `‸${good.replace('### Looks for\n\n- tea', `### Looks for\n\n${Array.from({ length: 1025 }, (_, n) => `- \`tea ${n}\``).join('\n')}`)}`,
    message: 'With this pack there are more than 1,024 patterns.' },
  // what must be there
  { code: 'missing-reminder', pack: good.replace('A reminder.\n\n', '').replace('# Principle', '# ‸Principle'), message: 'The principle tea has no reminder.' },
  { code: 'missing-question', pack: good.replace('> A question?\n\n', '').replace('# Principle', '# ‸Principle'), message: 'The principle tea asks no question.' },
  { code: 'missing-signal', pack: `${head}# ‸Principle: Tea \`tea\`\n\nA reminder.\n\n> A question?\n`, message: 'The principle tea has no signal.' },
  { code: 'missing-looks-for', pack: good.replace('### Looks for\n\n- tea\n\n', '').replace('## Signal', '## ‸Signal'), message: 'The signal tea does not look for anything.' },
  { code: 'missing-fires', pack: good.replace('### Fires\n\n- tea\n\n', '').replace('## Signal', '## ‸Signal'), message: 'The signal tea has no post that fires.' },
  { code: 'missing-quiet', pack: good.replace('### Stays quiet\n\n- coffee\n', '').replace('## Signal', '## ‸Signal'), message: 'The signal tea has no post that stays quiet.' },
  { code: 'missing-threshold', pack: signal('### Adds up\n\n- 1.0 tea').replace('## Signal', '## ‸Signal'), message: 'The signal tea adds up weights, but no level says how much is enough.' },
  { code: 'missing-weights', pack: signal('### Looks for\n\n- tea\n\n### Levels\n\n- *note* from 2.0').replace('## Signal', '## ‸Signal'), message: 'The signal tea has levels from a sum, but adds nothing up.' },
  { code: 'empty-class', pack: `${head}# Words\n\n## ‸things\n\nNo list.\n`, message: 'The word class "things" is empty.' },
  { code: 'empty-example', pack: signal('### Looks for\n\n- tea', '### Fires\n\n- tea\n- `note`‸\n\n### Stays quiet\n\n- coffee\n'), message: 'There is no post here.' },
  // phrases
  { code: 'empty-phrase', pack: words('- tea, ‸, coffee'), message: 'There is nothing to look for here.' },
  { code: 'empty-class', pack: words('- ‸[ ] tea'), message: 'There is no name between these brackets.' },
  { code: 'unclosed', pack: words('- tea ‸[green'), message: 'This [ has no partner in the same item.' },
  { code: 'unclosed', pack: words('- ‸"told me'), message: 'This " has no partner in the same item.' },
  { code: 'unclosed', pack: words('- tea ‸*near coffee'), message: 'This * has no partner in the same item.' },
  { code: 'unclosed', pack: words('- ‸(green tea'), message: 'A bracket is opened in this phrase and not closed.' },
  { code: 'unclosed', pack: words('- green‸) tea'), message: 'This closing bracket has no opening one.' },
  { code: 'nested-option', pack: words('- (very ‸(green)) tea'), message: 'Brackets inside brackets cannot be read.' },
  { code: 'lonely-slash', pack: words('- tea/‸, coffee'), message: 'A slash needs a word on both sides.' },
  { code: 'gap-at-edge', pack: words('- ‸… tea'), message: 'A phrase cannot begin or end with a gap.' },
  { code: 'phrase-too-long', pack: words(`- ‸${'tea '.repeat(17).trim()}`), message: 'This phrase has more than 16 words.' },
  { code: 'too-many-variants', pack: words('- ‸a/b/c/d a/b/c/d a/b/c/d a/b/c/d a/b/c/d a/b'), message: 'This phrase can be read in more than 1,024 ways.' },
  { code: 'too-many-variants', pack: words('- ‸(a) (b) (c) (d) (e) (f) (g) (h) (i) (j) tea'), message: 'This phrase can be read in more than 1,024 ways.' },
  { code: 'unexpected', pack: words('- tea ‸*near* coffee'), message: 'A word class holds phrases, patterns and classes only.' },
  { code: 'unknown-class', pack: words('- ‸[thing] of tea'), message: 'There is no word class called "thing". Did you mean [things]?' },
  { code: 'unknown-class', pack: words('- tea ‸[zebra]'), message: 'There is no word class called "zebra".' },
  { code: 'duplicate-class', pack: `${words('- tea')}\n## ‸things\n\n- coffee\n`, message: 'There is already a word class called "things".' },
  { code: 'unknown-class', pack: `${head}# Words\n\n## Extend: ‸things\n\n- coffee\n`, message: 'There is no word class called "things" to extend.' },
  { code: 'class-too-deep', pack: `${head}# Words\n\n## ‸things\n\n- green [things]\n`, message: 'The word class "things" is made of itself, or of classes more than eight deep.' },
  // patterns
  { code: 'bad-pattern', pack: words('- `te[a‸`'), message: 'This pattern does not compile: missing terminating ] for character class.' },
  { code: 'empty-pattern', pack: words('- ‸`t?`'), message: 'This pattern can match nothing at all.' },
  { code: 'refused-pattern', pack: words('- `(t)‸\\1`'), message: 'This pattern uses a back-reference, which packs may not.' },
  { code: 'refused-pattern', pack: words('- `t‸(?R)?`'), message: 'This pattern uses recursion, which packs may not.' },
  { code: 'refused-pattern', pack: words('- `t‸\\C`'), message: 'This pattern uses \\C, which packs may not.' },
  { code: 'refused-pattern', pack: words('- `‸(*LIMIT_MATCH=1)t`'), message: 'This pattern uses a verb (*…), which packs may not.' },
  { code: 'refused-pattern', pack: words('- `t‸(?C1)`'), message: 'This pattern uses a callout, which packs may not.' },
  { code: 'refused-pattern', pack: words('- ‸`(?<x>t)`'), message: 'This pattern uses a named group, which packs may not.' },
  { code: 'pattern-too-long', pack: words(`- ‸\`${'t'.repeat(2049)}\``), message: 'This pattern is longer than 2,048 bytes.' },
  { code: 'unknown-check', pack: words('- `\\d{10}` *checked by* ‸nhs-numbr'), message: 'There is no such check. Did you mean nhs-number?' },
  // rules
  { code: 'unknown-instruction', pack: looks('tea ‸*nera* coffee'), message: 'Words in *stars* are instructions, and this is not one. Did you mean *near*?' },
  { code: 'misplaced-instruction', pack: looks('‸*near* tea'), message: 'This instruction needs something to look for in front of it.' },
  { code: 'misplaced-instruction', pack: looks('tea ‸*at least 2 of* a cup, a pot'), message: 'This instruction can only begin an item.' },
  { code: 'bad-count', pack: looks('‸*at least 3 of* tea, coffee'), message: 'That many cannot be found among these.' },
  { code: 'bad-level', pack: looks('‸**loud** tea'), message: 'Bold words at the start of an item are a level, and this is not one.' },
  { code: 'unexpected', pack: looks('tea ‸**note** coffee'), message: 'This cannot stand here.' },
  { code: 'too-many-weights', pack: signal(`### Adds up\n\n${'- 0.1 tea\n'.repeat(64)}- ‸0.1 tea\n\n### Levels\n\n- *note* from 2.0`), message: 'A signal can add up 64 items at most.' },
  { code: 'too-many-joins', pack: looks('tea *near* a *near* b *near* c *near* d ‸*near* e'), message: 'An item can have four joins and four exceptions.' },
  { code: 'reminder-in-list', pack: looks('tea *with* ‸[reminder: tea], coffee'), message: 'A reminder cannot be one of several things looked for.' },
  // sums and levels
  { code: 'bad-weight', pack: signal('### Adds up\n\n- ‸tea\n\n### Levels\n\n- *note* from 1.0'), message: 'An item of "Adds up" begins with a weight.' },
  { code: 'bad-window', pack: signal('### Adds up\n\n- ‸over many sentences\n- 1.0 tea\n\n### Levels\n\n- *note* from 1.0'), message: 'This length is not understood.' },
  { code: 'unknown-role', pack: signal('### Adds up\n\n- 1.0 tea\n- 0.5 in role ‸boss\n\n### Levels\n\n- *note* from 1.0'), message: 'There is no such role.' },
  { code: 'unexpected', pack: signal('### Adds up\n\n- 1.0 tea ‸*near* coffee\n\n### Levels\n\n- *note* from 1.0'), message: 'A weighted item holds phrases and classes only.' },
  { code: 'bad-level', pack: levels('‸loud'), message: 'There is no such level.' },
  { code: 'bad-threshold', pack: levels('*pause* from ‸plenty'), message: 'This level is not understood.' },
  // settings and examples
  { code: 'bad-setting-item', pack: settings('‸lived'), message: 'An item of "Settings" says where, a colon, and what.' },
  { code: 'bad-setting', pack: settings('‸outdoors: off'), message: 'There is no setting called outdoors.' },
  { code: 'bad-effect', pack: settings('lived:‸ louder'), message: 'What should happen there is not understood.' },
  { code: 'bad-setting', pack: signal('### Looks for\n\n- tea', '### Fires\n\n- `open/named/‸boss/tweet` tea\n\n### Stays quiet\n\n- coffee\n'), message: 'This setting is not understood.' },
  // packs beside packs (a pack `test` with the principle tea comes first)
  { code: 'duplicate-pack', after: good, pack: '‸# Pack: Again `test`\n', message: 'A pack with the id test is already loaded.' },
  { code: 'duplicate-principle', after: good, pack: good.replace('`test`', '`other`').replace('# Principle', '# ‸Principle'), message: 'There is already a principle tea.' },
  { code: 'unknown-principle', after: good, pack: '# Pack: Other `other`\n\n# ‸Mute: test `coffee`\n', message: 'There is no principle coffee in the packs before this one.' },
  { code: 'unknown-signal', after: good, pack: '# Pack: Other `other`\n\n# ‸Mute: test `tea`\n\n- biscuits\n', message: 'The principle tea has no signal called biscuits.' },
  { code: 'duplicate-signal', after: good, pack: good.replace('`test`', '`other`').replace('# Principle: Tea', '# Extend: test').replace('## Signal', '## ‸Signal'), message: 'The principle tea already has a signal tea.' },
  // scenarios
  { code: 'misplaced-heading', pack: good.replace('## Signal', '## ‸Draft\n\n## Signal'), message: 'This heading cannot stand here.' },
  { code: 'unknown-heading', pack: scenario().replace('## Draft', '## ‸Drafts'), message: 'This heading means nothing here. Did you mean "Draft"?' },
  { code: 'missing-setting', pack: scenario({ details: '- For: tea' }).replace('# Scenario', '# ‸Scenario'), message: 'The scenario tea does not say where it happens.' },
  { code: 'missing-situation', pack: scenario({ situation: '' }).replace('# Scenario', '# ‸Scenario'), message: 'The scenario tea does not say what happened.' },
  { code: 'missing-draft', pack: scenario({ draft: 'Tea.' }).replace('# Scenario', '# ‸Scenario'), message: 'The scenario tea has no draft.' },
  { code: 'missing-questions', pack: scenario({ questions: 'Why?' }).replace('# Scenario', '# ‸Scenario'), message: 'The scenario tea asks no questions.' },
  { code: 'bad-setting', pack: scenario({ details: '- Setting: `open/named/‸boss/tweet`' }), message: 'This setting is not understood.' },
  { code: 'bad-minutes', pack: scenario({ details: '- ‸Minutes: half an hour' }), message: 'This is not a number of minutes.' },
  { code: 'unknown-detail', pack: scenario({ details: '- ‸Kettle: on' }), message: 'This says nothing about a scenario.' },
  { code: 'bad-saying', pack: scenario({ rest: '## Reminders\n\n- ‸`tea` loudly' }), message: 'This does not say what Earshot should remind of.' },
  { code: 'duplicate-scenario', pack: scenario() + scenario().slice(head.length).replace('`tea`', '`‸tea`'), message: 'There is already a scenario tea.' },
  { code: 'too-many-scenarios', pack: `${head}${Array.from({ length: 256 }, (_, n) => `# Scenario: Tea \`t${n}\`\n`).join('')}# ‸Scenario: Tea \`t256\`\n`, message: 'A pack may have 256 scenarios, and this is one more.' },
  // size
  { code: 'file-too-large', pack: `‸# Pack: Test \`test\`\n\n${'tea '.repeat(40000)}\n`, message: 'This file is larger than 128 KiB.' },
];
