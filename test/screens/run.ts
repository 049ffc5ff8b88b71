/** `npm run screens`: a picture of every page in every state, and a page to look through them; exits with 1 where a page has none. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { openTheatre } from '../stories/theatre.ts';
import { notSeen } from './addresses.ts';
import { openCamera } from './camera.ts';
import { galleryOf } from './gallery.ts';
import { SCENES } from './scenes.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'dist', 'screens');

/** @param wanted titles of scenes; all of them where there is none, and only then each address has to be seen. */
async function main(wanted: readonly string[]): Promise<boolean> {
  const scenes = SCENES.filter(({ title }) => wanted.length === 0 || wanted.includes(title));
  if (scenes.length === 0) throw new Error(`The scenes are: ${SCENES.map(({ title }) => title).join(', ')}.`);
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const camera = openCamera(FOLDER);
  say('A house of its own …');
  const theatre = await openTheatre({ data: 'new' });
  const broken: string[] = [];
  try {
    for (const scene of scenes) {
      say(`${scene.title} …`);
      try {
        await scene.play(theatre, (name, page) => camera.take(scene.title, name, page));
      } catch (fault) {
        broken.push(`${scene.title}: ${stripVTControlCharacters(String(fault))}`);
      }
    }
  } finally {
    await theatre.close('madeUp');
  }
  const missing = wanted.length > 0 ? [] : notSeen(camera.pictures.map(({ pathname }) => pathname));
  const index = join(FOLDER, 'index.html');
  writeFileSync(index, galleryOf(camera.pictures, missing));
  for (const scene of broken) say(`\nNot played to its end: ${scene}`);
  if (missing.length > 0) say(`\nAddresses without a picture: ${missing.join(', ')}`);
  for (const { name, shots } of camera.pictures)
    for (const { width } of shots.filter(({ overflows }) => overflows))
      say(`Wider than ${width} px: ${name}`);
  for (const complaint of new Set(theatre.complaints)) say(`In the console: ${complaint}`);
  process.stdout.write(`${camera.pictures.length} states: ${pathToFileURL(index).href}\n`);
  return broken.length === 0 && missing.length === 0;
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
