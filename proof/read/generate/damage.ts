import type { GeneratedApp } from './app.ts';
import type { Chance } from './chance.ts';

/** The same app with a bracket, a quote or the like missing, doubled or exchanged in each file. */
export function damaged(app: GeneratedApp, chance: Chance): GeneratedApp {
  return Object.fromEntries(Object.entries(app).map(([path, text]) => [path, damagedText(text, chance)]));
}

function damagedText(text: string, chance: Chance): string {
  // A directive that is wrong says nothing about the code around it.
  const places = [...text.matchAll(/(?<!^[^\S\r\n]*#[^\r\n]*)[(){};,."=]/gm)];
  const place = places[chance.below(places.length)];
  if (place === undefined) return text;
  const replacement = chance.pick(['', '', place[0] + place[0], ')', '{', ';']);
  return text.slice(0, place.index) + replacement + text.slice(place.index + 1);
}
