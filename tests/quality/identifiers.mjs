// The public identifier vectors (identifiers.jsonl): how many of each kind are found at a note or more, and how many look-alikes are left alone.
// Half of them, told apart by a hash of their ids, were not looked at while the patterns were written.
import { createHash } from 'node:crypto';
import { check, readLines } from './corpora.mjs';

// Kinds as the sources call them. What they call a street address is of many countries and mostly made up; dates, ages, names, places,
// network addresses and passwords are not what a post gives away here.
const OURS = new Map(Object.entries({
  postcode: 'postcode', ZIP_CODE: 'postcode', 'street_address+zipcode': 'postcode', phone: 'phone', phone_number: 'phone', phone_numbers: 'phone',
  PHONE_NUMBER: 'phone', 'person_name+phone_number': 'phone', email: 'e-mail', emails: 'e-mail', email_address: 'e-mail', EMAIL_ADDRESS: 'e-mail',
  nino: 'UK number', en_GB_nino: 'UK number', en_GB_trn: 'UK number', nhs: 'UK number', driving_licence: 'UK number', drivers_licence: 'UK number',
  vehicle_reg: 'UK plate', US_SSN: 'US number', us_social_security_number: 'US number', US_DRIVER_LICENSE: 'US number',
  passport: 'passport', date_of_birth: 'date of birth', iban: 'bank and card', IBAN_CODE: 'bank and card', card: 'bank and card',
  credit_card: 'bank and card', credit_card_number: 'bank and card', CREDIT_CARD: 'bank and card',
}));
const ASKED = new Set(['postcode', 'phone', 'e-mail', 'UK number', 'UK plate', 'US number']);
const LOOKED_AT = ['STREET_ADDRESS', 'DATE_TIME', 'ip', 'ip_address', 'IP_ADDRESS', 'credentials', 'password+username', 'digits', 'DOMAIN_NAME'];

// { kinds: ours that the post holds; clean: it holds none of ours and nothing else that may be told }
function read({ source_label: label }) {
  const [names, sign] = label.split(':');
  const list = names.split(',');
  // A ZIP code beside other things is the number of a town abroad.
  const named = list.filter((name) => name !== 'ZIP_CODE' || list.length === 1);
  const kinds = sign === '-' ? [] : [...new Set(named.map((name) => OURS.get(name)).filter(Boolean))];
  const clean = sign === '-' || (!kinds.length && !list.some((name) => LOOKED_AT.includes(name) || name === 'ZIP_CODE'));
  return { kinds, clean, of: sign === '-' ? (OURS.get(names) ?? 'other') : 'other' };
}

const heldOut = ({ id }) => createHash('sha256').update(id).digest()[0] % 2 === 1;

/** Counts for `note(name, percent)`: both halves and each kind. */
export function noteIdentifiers(file, note, percent) {
  const posts = readLines(file);
  const told = check(posts).map(({ findings }) => findings.some(({ principle, signal, level }) =>
    ['private-details', 'location'].includes(principle) && signal !== 'learned' && signal !== 'name-in-practice' && ['note', 'pause', 'hold'].includes(level)));
  const halves = { 'looked at': (post) => !heldOut(post), 'held out': heldOut };
  for (const [half, within] of Object.entries(halves)) {
    const counts = new Map();
    const add = (name, right) => {
      const count = counts.get(name) ?? counts.set(name, { right: 0, all: 0 }).get(name);
      count.all += 1;
      count.right += Number(right);
    };
    posts.forEach((post, n) => {
      if (!within(post)) return;
      const { kinds, clean, of } = read(post);
      for (const kind of kinds) add(`${kind} found`, told[n]);
      for (const kind of kinds) if (ASKED.has(kind)) add('UK and US kinds, e-mail, phone, postcode: found', told[n]);
      if (clean) add(`look-alikes of ${of} left alone`, !told[n]);
      if (clean) add('look-alikes and everything else left alone', !told[n]);
    });
    for (const [name, { right, all }] of [...counts].sort()) note(`identifiers ${half}: ${name}, % of ${all}`, percent(right, all));
  }
}
