/** `/tester-mon-poste`, open to everybody: whether one could choose with this device here, and what to do where one could not. */
import type { VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Realm } from '../../machines/wire/frames.ts';
import { me } from '../http/account.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import type { AlertKind } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { announce } from '../ui/live-regions.tsx';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { deviceParts } from './browser-parts.ts';
import { CHECK_IDS, summaryOf } from './check.ts';
import type { Summary } from './check.ts';
import { CheckItem } from './check-item.tsx';
import { deviceTest } from './device-test.ts';
import { Report } from './report.tsx';
import './device-test.css';

const TITLE = 'Tester mon poste';

export function DeviceTestPage(): VNode {
  const known = me.value;
  const realm = known === null ? null : realmOf(known);
  return (
    <Page title={TITLE}>
      <div>
        <h1>{TITLE}</h1>
        <p class="quiet">
          À faire quelques jours avant votre session, puis le jour même, avec l’appareil et le réseau que vous
          utiliserez.
        </p>
      </div>
      {realm === null ? <Loading lines={6} /> : <Checks key={realm} realm={realm} />}
    </Page>
  );
}

/** As whom the line is opened: the socket that one will have on the day, where somebody is signed in. */
const realmOf = (known: NonNullable<typeof me.value>): Realm =>
  (['intern', 'mandatary', 'moderator'] as const).find(realm => known[realm] !== null) ?? 'public';

const LOOKS: Readonly<Record<Summary['kind'], AlertKind>> = {
  waiting: 'told',
  ready: 'done',
  faults: 'attention',
};

function Checks({ realm }: { readonly realm: Realm }): VNode {
  const [test, browser] = useMemo(() => {
    const parts = deviceParts();
    return [deviceTest(parts, realm), parts.browser] as const;
  }, [realm]);
  useEffect(() => {
    test.run();
    return () => test.close();
  }, [test]);
  const checks = test.checks.value;
  const { kind, title, text } = summaryOf(checks);
  useEffect(() => {
    if (kind !== 'waiting') announce('status', `${title}. ${text}`);
  }, [kind, title, text]);
  return (
    <>
      <Alert
        kind={LOOKS[kind]}
        {...(kind === 'waiting' ? { icon: 'hourglass' as const } : {})}
        title={title}
        {...(kind === 'waiting'
          ? {}
          : {
              acts: (
                <Button kind="edge" icon="refresh" onClick={() => test.run()}>
                  Tout recommencer
                </Button>
              ),
            })}
      >
        <p>{text}</p>
      </Alert>
      {realm === 'public' ? (
        <p>
          <a href="/connexion?vers=%2Ftester-mon-poste">Connectez-vous</a> pour tester aussi votre compte sur
          cet appareil.
        </p>
      ) : null}
      <ul class="checks">
        {CHECK_IDS.map(id => (
          <CheckItem key={id} id={id} check={checks[id]} test={test} />
        ))}
      </ul>
      <Report checks={checks} browser={browser.words} />
      <Contact />
    </>
  );
}
