import { describe, expect, it } from 'vitest';
import { isLatinText } from '../../src/documents/latin-words.ts';

describe('words of Latin letters', () => {
  it.each([
    [
      'windows-1252',
      [
        'Jörg Groß',
        'Hélène à Paris',
        'Núñez',
        'João Conceição',
        'Søren Kjær',
        'Þór Guðmundsdóttir',
        'Qualità',
        'Zoë',
        'Tõnu',
        'Kosovë',
        'Nový',
        'O’Neill',
        'Diætist',
        'Ø',
      ],
    ],
    ['macintosh', ['Jörg Groß', 'Hélène', 'Núñez']],
    [
      'windows-1250',
      [
        'Antonín Dvořák',
        'Krčmář',
        'Alžběta Kříž',
        'Ľudovít Štúr',
        'Vŕba',
        'Stĺpec',
        'Łukasz Woźniak',
        'Żółtowski',
        'Mścisław',
        'Niedźwiecki',
        'Vĺčko',
        'Zięba',
        'Gergő Szűcs',
        'Mădălina Niţă',
        'Đurđica Kovačević',
      ],
    ],
    ['windows-1254', ['Ayşe Yıldız', 'Işık', 'Özyıldız', 'İbrahim', 'Şahin', 'Müller']],
    [
      'windows-1257',
      ['Rūta Žukauskaitė', 'Įmonė', 'Jānis Bērziņš', 'Ķirsis', 'Ķiķauka', 'Rinkēvičs', 'Čmilytė', 'Tõnu'],
    ],
    ['windows-1250', ['şi']],
    ['windows-1252', ['à', '–']],
  ] as const)('%s: what people write in it are words: %j', (encoding, words) => {
    for (const word of words) expect(isLatinText(word, encoding), word).toBe(true);
  });

  // What is wrongly read, and what it was before.
  it.each([
    [
      'windows-1250',
      [
        'Ýr ← Ýr',
        'Aydýn ← Aydın',
        'Rivičre ← Rivière',
        'Bćk ← Bæk',
        'Loďc ← Loïc',
        'Totň ← Totò',
        'Őie ← Õie',
        'Săo ← São',
        'Ĺge ← Åge',
        'Pĺl ← Pål',
        'Calě ← Calì',
        'Sśur ← Sœur',
        'ęris ← Íris',
        'Ayţe ← Ayşe',
        'Inčs ← Inès',
        'Cusŕ ← Cusà',
        'Lśwe ← Lœwe',
        'Bjřrn ← Bjørn',
        'Yiđit ← Yiğit',
        'Krřyer ← Krøyer',
        'Mřller ← Møller',
        'Brĺten ← Bråten',
        'Řkonomi ← Økonomi',
        'Mżgelvang ← Møgelvang',
      ],
    ],
    [
      'windows-1252',
      [
        'Babiæ ← Babić',
        'Õsz ← Ősz',
        'LŽa ← Léa',
        'Rinkçviès ← Rinkēvičs',
        'Pãun ← Păun',
        'Ðuro ← Đuro',
        'Iþýl ← Işıl',
        'Ayþe ← Ayşe',
        'péèe ← péče',
        'Raœl ← Raúl',
        'Œliwa ← Śliwa',
        'Anðela ← Anđela',
        'Øízení ← Řízení',
        'Yaðmur ← Yağmur',
        'Beno”t ← Benoît',
        'Jûratë ← Jūratė',
        'Kamiñska ← Kamińska',
        'Þmogiðkieji ← Žmogiškieji',
      ],
    ],
    [
      'windows-1257',
      [
        'Krč ← Krč',
        'Zoė ← Zoë',
        'Koē ← Koç',
        'Kįri ← Kári',
        'Vģra ← Věra',
        'Ēela ← Çela',
        'Adčle ← Adèle',
        'Aļcha ← Aïcha',
        'Qualitą ← Qualità',
      ],
    ],
    ['windows-1254', ['Ğuro ← Đuro', 'Eiğur ← Eiður', 'Ionuş ← Ionuţ', 'Veselı ← Veselý']],
  ] as const)('%s: what its languages never write is no word: %j', (encoding, words) => {
    for (const word of words) expect(isLatinText(word.replace(/ ←.*/u, ''), encoding), word).toBe(false);
  });
});
