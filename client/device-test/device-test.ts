/** One visit to «Tester mon poste»: runs what tests itself, takes what the person answers, and holds each check as it stands. */
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Ms } from '../../machines/ids.ts';
import type { Realm } from '../../machines/wire/frames.ts';
import type { DeviceParts } from './browser-parts.ts';
import { underWay } from './check.ts';
import type { CheckId, Checks } from './check.ts';
import {
  judgeBrowser,
  judgeHidden,
  judgeNotifications,
  judgeSleep,
  judgeSound,
  judgeVibration,
} from './judge-device.ts';
import type { Features, Woken } from './judge-device.ts';
import { judgeAccess, judgeClock, judgeLine } from './judge-line.ts';
import type { LineOutcome } from './judge-line.ts';
import { probeLine } from './probe-line.ts';

export interface DeviceTest {
  readonly checks: ReadonlySignal<Checks>;
  /** What tests itself, all of it again; what the person has answered stays. */
  run(): void;
  /** The same for one of them. */
  again(id: CheckId): void;
  heard(yes: boolean): void;
  felt(yes: boolean): void;
  /** At a gesture: the browser asks the person, then this device subscribes for who is signed in. */
  beTold(): void;
  sleepIsSet(): void;
  close(): void;
}

/** So short an absence says nothing of what a device does to hidden pages. */
const HIDDEN_COUNTS_MS = 3_000;
const ASKED_TIMES = 3;

export function deviceTest(parts: DeviceParts, realm: Realm): DeviceTest {
  const { browser } = parts;
  const answers = signal<readonly Ms[] | null>(null);
  const line = signal<LineOutcome | null>(null);
  const features = signal<Features | null>(null);
  const notifications = signal(parts.notifications());
  const woken = signal<Woken | null>(null);
  const heard = signal<boolean | null>(null);
  const felt = signal<boolean | null>(null);
  const sleepIsSet = signal(false);
  const hidden = signal<{ readonly ms: Ms; readonly line: LineOutcome } | null>(null);
  const probes = new Set<() => void>();
  let closed = false;
  let asking = 0;

  function probe(done: (outcome: LineOutcome) => void): void {
    const end = probeLine(parts.live, realm, outcome => {
      probes.delete(end);
      done(outcome);
    });
    probes.add(end);
  }
  function testLine(): void {
    line.value = null;
    for (const end of probes) end();
    probes.clear();
    probe(outcome => {
      line.value = outcome;
    });
  }
  async function testAccess(): Promise<void> {
    const mine = ++asking;
    answers.value = null;
    const times: Ms[] = [];
    for (let asked = 0; asked < ASKED_TIMES; asked++) {
      const ms = await parts.askSite();
      if (ms === null) break; // one is enough to know
      times.push(ms);
    }
    if (!closed && mine === asking) answers.value = times;
  }
  async function testBrowser(): Promise<void> {
    const found = await parts.features();
    if (!closed) features.value = found;
  }
  async function testNotifications(fault: string | null = null): Promise<void> {
    notifications.value = parts.notifications();
    woken.value = fault === null ? null : { failed: fault };
    if (notifications.peek() !== 'on' || fault !== null) return;
    const found = await parts.woken(realm);
    if (!closed) woken.value = found;
  }

  const unlisten = parts.onSeenAgain(ms => {
    if (ms < HIDDEN_COUNTS_MS) return;
    probe(outcome => {
      hidden.value = { ms, line: outcome };
    });
  });

  const checks = computed<Checks>(() => {
    const found = features.value;
    return {
      http: answers.value === null ? underWay : judgeAccess(answers.value, parts.online()),
      line: line.value === null ? underWay : judgeLine(line.value),
      clock: line.value === null ? underWay : judgeClock(line.value),
      browser: found === null ? underWay : judgeBrowser(found, browser),
      sound: found === null ? underWay : judgeSound(found.sound, heard.value, browser),
      vibration: found === null ? underWay : judgeVibration(found.vibration, felt.value),
      notifications: judgeNotifications(notifications.value, woken.value, browser),
      sleep: found === null ? underWay : judgeSleep(found, sleepIsSet.value, browser),
      hidden: judgeHidden(hidden.value?.ms ?? null, hidden.value?.line ?? null),
    };
  });

  const run = (): void => {
    testLine();
    void testAccess();
    void testBrowser();
    void testNotifications();
  };
  return {
    checks,
    run,
    again(id) {
      if (id === 'line' || id === 'clock') testLine();
      else if (id === 'http') void testAccess();
      else if (id === 'hidden') hidden.value = null;
      else if (id === 'sound') heard.value = null;
      else if (id === 'vibration') felt.value = null;
      else if (id === 'notifications') void testNotifications();
      else void testBrowser();
    },
    heard(yes) {
      heard.value = yes;
    },
    felt(yes) {
      felt.value = yes;
    },
    beTold() {
      void parts.beTold(realm).then(testNotifications);
    },
    sleepIsSet() {
      sleepIsSet.value = true;
    },
    close() {
      closed = true;
      unlisten();
      for (const end of probes) end();
      probes.clear();
    },
  };
}
