/** The pages of notifications are an intern's or a holder's: `?compte=mandatary` is the latter; who has not signed in is asked to. */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { me } from '../http/account.ts';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { SignInFirst } from '../ui/sign-in-first.tsx';
import type { BellRealm } from './bells.ts';

interface OwnRealmProps {
  readonly title: string;
  readonly path: string;
  readonly children: (realm: BellRealm, email: string) => VNode;
}

export function OwnRealm({ title, path, children }: OwnRealmProps): VNode {
  const { query } = useRoute();
  const known = me.value;
  const asked: BellRealm | null = query['compte'] === 'mandatary' ? 'mandatary' : null;
  const realm: BellRealm =
    asked ?? (known !== null && known.intern === null && known.mandatary !== null ? 'mandatary' : 'intern');
  const identity = known?.[realm] ?? null;
  return (
    <Page title={title}>
      <h1>{title}</h1>
      {known === null ? <Loading lines={4} /> : null}
      {known !== null && identity === null ? <SignInFirst realm={realm} back={path} /> : null}
      {identity === null ? null : children(realm, identity.email)}
    </Page>
  );
}
