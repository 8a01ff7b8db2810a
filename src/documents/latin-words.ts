/** What a language writes beyond a–z, and what it never writes (in small letters): rules rule out, they never choose. */
interface Language {
  readonly letters: string;
  readonly never?: RegExp;
}

const anyOf = (...rules: readonly RegExp[]): RegExp =>
  new RegExp(rules.map(({ source }) => source).join('|'), 'u');

const vowel = '[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýāăąēėęěīįıőūůűų]';
const consonant = '(?:[b-df-hj-np-tv-xzßçñćčďđģķļľłńņňřśšťźžż])';
/** No language of the West writes three vowels around one with such a mark. */
const western = new RegExp(`${vowel}[èìòùêøæœåã]${vowel}`, 'u');

const german: Language = { letters: 'äöüßé' };
const french: Language = {
  letters: 'àâæçèéêëîïôœùûüÿ',
  never: anyOf(
    western,
    // ë stands beside a vowel, æ and œ behind none; œ is first in few words.
    /[aeiouy]æ/u,
    new RegExp(`(?<!${vowel})ë(?!${vowel})`, 'u'),
    new RegExp(`${vowel}œ|^œ[^cdinsu]`, 'u'),
    /ç(?![aeiou])/u,
  ),
};
const spanish: Language = {
  letters: 'áàèéíïñòóúüç',
  never: anyOf(western, /ñ(?![aeiouáéíóú]|$)|ç(?![aou])/u),
};
const portuguese: Language = {
  letters: 'áàâãçéêíóôõúü',
  never: /ã(?![eio]|s?$)|õ(?!e)/u,
};
const norse: Language = {
  letters: 'æøåäöüéóòô',
  never: anyOf(western, /[aeiouyå]æ$/u),
};
const icelandic: Language = {
  letters: 'áðéíóúýþæöø',
  never: anyOf(
    new RegExp(`${vowel}[æø]`, 'u'),
    // ð after vowels, f, g and r, never first; þ first in what is put together.
    /^ð|[^aáeéiíoóuúyýæöøfgr]ð|[aáeéiíoóuúýæöø]þ|þ(?![aáeéiíjoóruúvyýæöø])/u,
    /[cqwz]|[aouy][yý]|y[aáeéoóuúýö]/u,
  ),
};
const italian: Language = { letters: 'àèéìíòóùú', never: western };
const estonian: Language = { letters: 'õäöüšž', never: /[cqwxyz]/u };
const albanian: Language = { letters: 'ëç' };
/** Of the Czechs and Slovaks what is written alike in western files. */
const czechAbroad: Language = { letters: 'áéíóúýšžäô', never: /[aeiouyáéíóúý][yý]|^ý/u };

/** A consonant between consonants, none of which is an r or l that makes the syllable. */
const syllables = anyOf(
  new RegExp(
    `(?<!(?:${consonant}|^)[rl])(?<=${consonant})[čř](?=${consonant})(?![rl](?:${consonant}|$))`,
    'u',
  ),
  new RegExp(`(?<=${consonant})[ćďňťľ](?=${consonant})|^[lrmnj][čřćďň]`, 'u'),
);
const czech: Language = {
  letters: 'áčďéěíňóřšťúůýžöü',
  never: anyOf(
    syllables,
    /[aeiouyáéíóúůý][yý]|^ý/u,
    // ř stands by no r, and first only before what can follow it.
    /rř|řr|^ř(?![aeiouyáéíóúůýěv])|[^bpvmdtn]ě/u,
    // ď softens before k and vowels; č before one consonant and an e is French è.
    /ď[^aeiouyáéíóúůýěkr]|[^aeiouyáéíóúůý]ň$|č[^aeiouyáéíóúůýěk]es?$/u,
  ),
};
const slovak: Language = {
  letters: 'áäčďéíĺľňóôŕšťúýž',
  never: anyOf(
    syllables,
    /[aeiouyáéíóúôä][yý]|^ý/u,
    /ď[^aeiouyáéíóúôäkr]|[^aeiouyáéíóúôäŕ]ň$|č[^aeiouyáéíóúôäěk]es?$/u,
    // ĺ and ŕ are the vowel of their syllable.
    new RegExp(`[ĺŕ](?!${consonant})|(?<!${consonant})[ĺŕ]|ĺ[lrnmsjĺŕ]|[lrĺŕ][ĺŕ]`, 'u'),
  ),
};
const polish: Language = {
  letters: 'ąćęłńóśźż',
  never: anyOf(
    // What is soft is written with i before a vowel.
    /[ćńśź][aeouyąęó]|[qvx]|^[ąę]/u,
    new RegExp(`(?<=${consonant})(?<!d)[ćńź](?=${consonant})|^(?:[lrnj][ćśź]|m[ćź])`, 'u'),
  ),
};
const hungarian: Language = {
  letters: 'áéíóöőúüű',
  never: /[őű][aeiouáéíóöőúüű]/u,
};
const romanian: Language = {
  letters: 'ăâîşţ',
  never: /ă[aeoăâ]|[kqwy]/u,
};
const croatian: Language = {
  letters: 'čćđšž',
  never: anyOf(syllables, /[qwxy]|č[^aeiouk]es?$/u),
};
const turkish: Language = {
  letters: 'çğıöşüâîû',
  never: anyOf(
    // ğ follows a vowel; ı follows no e, i, o, u in the next syllable, save where I is a large ı.
    /(?<![aeıioöuüâîû])ğ|(?<!^)[eiou][^aeıioöuüâîû]ı/u,
    /[aeıioöuüâîû][ıi]|[ıi][aeıioöuüâîû]/u,
  ),
};
/** Baltic words end in a vowel or s; what stands in few places stands in those. */
const baltic = /č[lnrv]es?$|(?:[^aeiouyąęėįųūāēīsšj]$)|[ķģļņ][bcdfghjklmnprtvz](?!$)[bcdfghklmnprtv]/u;
const lithuanian: Language = {
  letters: 'ąčęėįšųūž',
  never: anyOf(baltic, /(?<!^)į(?![sšzž]|$)|[aeouyąęįųū]ė|[wqx]/u),
};
const latvian: Language = {
  letters: 'āčēģīķļņšūž',
  never: anyOf(baltic, /[ķģ](?![eēiī]|au)|[ēī][aeouāēīū]|[aeouāēīū][ēāū]/u),
};

const westerners = [
  german,
  french,
  spanish,
  portuguese,
  norse,
  icelandic,
  italian,
  estonian,
  albanian,
  czechAbroad,
];

/** Encodings of Latin letters, the likelier first, and whose they are. */
const languagesOf = {
  'windows-1252': westerners,
  macintosh: westerners,
  'windows-1250': [czech, slovak, polish, hungarian, romanian, croatian, german, albanian, czechAbroad],
  'windows-1254': [turkish, ...westerners.filter((language) => language !== czechAbroad)],
  'windows-1257': [lithuanian, latvian, estonian, german],
} satisfies Readonly<Record<string, readonly Language[]>>;

export type LatinEncoding = keyof typeof languagesOf;
export const latinEncodings = Object.keys(languagesOf) as LatinEncoding[];

/** Whether each word that is not English is one of a language that this encoding is for. */
export const isLatinText = (text: string, encoding: LatinEncoding): boolean =>
  !quoteInside.test(text) && foreignWords(text).every((word) => isLatinWord(word, encoding));

const quoteInside = /\p{L}[“”„‚]\p{L}/u;

/** The words that hold other than English letters. */
export const foreignWords = (text: string): readonly string[] =>
  text
    .split(/[\s,;:."'’“”()/&|+<>@!?_-]+/u)
    .filter((word) => /[^\p{ASCII}]/u.test(word) && !/^[–—…€°§«»]+$/u.test(word));

/** Accents inside words, capitals where capitals stand, no signs among the letters. */
const isLatinWord = (word: string, encoding: LatinEncoding): boolean => {
  if (!/^[\p{Script=Latin}\d]+$/u.test(word)) return false;
  // Of one letter there are à, é, ó and their like.
  if (!/[a-z]/iu.test(word) && !/^[àáâèéêíòóôúæøåäöü]$/iu.test(word)) return false;
  if (/\p{Ll}/u.test(word) && /.\p{Lu}/u.test(word)) return false;
  const small = word.replaceAll('İ', 'i').toLowerCase();
  const marked = small.replace(/[a-z\d]/gu, '');
  return languagesOf[encoding].some(
    ({ letters, never }) =>
      [...marked].every((letter) => letters.includes(letter)) && never?.test(small) !== true,
  );
};
