/* A situation to start from. */

export const SITUATION = `# Pack: Our course's situations \`our-course\`

- Version: 1.0.0
- Language: en-GB
- Licence: CC BY 4.0

Say here who these are for. Everybody in them is invented.

# Scenario: Soup in the park \`soup\`

- For: Community work
- Writer: Robin Vale
- Setting: \`open/named/student/instagram\`
- Minutes: 30

You help at a soup kitchen on Fridays. Tonight a man of about sixty told you
that he used to play the trumpet, and then he did, on a borrowed one. Somebody
filmed it.

## Draft

> Friday night magic: the man I support at the soup kitchen in Marbeck, 61,
> out of hospital since Monday, on a borrowed trumpet. Film in my story!

## Questions

- What is lovely here? Say it first.
- Who could find him from this?
- How could he decide, himself, whether to be seen?

## Reminders

- \`jigsaw\`

## What good might look like

> Somebody played the trumpet tonight, and forty people forgot their soup.

## For the facilitator

- 5 min: Read it aloud, with music if you have some.
- 15 min: In groups: the man, his daughter, the student, the kitchen.
- 10 min: Write it again.
`;
