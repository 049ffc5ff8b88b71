/** In development alone: the demonstration's accounts, each to fill in with one touch. */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import { settings } from '../http/account.ts';
import type { DemoAccount } from '../http/answers.ts';
import { Address } from '../ui/address.tsx';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';

const KINDS: Readonly<Record<SignInRealm, readonly [IconName, string]>> = {
  intern: ['user', 'Interne'],
  mandatary: ['key', 'Procuration'],
  moderator: ['users', 'Gestion'],
};

export function DemoAccounts({ onPick }: { readonly onPick: (account: DemoAccount) => void }): VNode | null {
  const demo = settings.value?.demo ?? null;
  if (demo === null) return null;
  return (
    <Card title="Comptes de démonstration">
      <p class="quiet small">
        Installation de développement : touchez un compte, puis « Se connecter ». Mot de passe :{' '}
        <b>{demo.password}</b>
      </p>
      <ul class="demo-accounts">
        {demo.accounts.map(account => (
          <li key={`${account.realm} ${account.email}`}>
            <button type="button" onClick={() => onPick(account)}>
              <Icon name={KINDS[account.realm][0]} />
              <span>
                <b>
                  <Address text={account.email} />
                </b>
                <span class="quiet small">{described(account)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function described({ realm, name, callOrder }: DemoAccount): string {
  const order = callOrder === null ? '' : ` · n°\u00a0${callOrderText(callOrder)}`;
  return `${KINDS[realm][1]} · ${name}${order}`;
}
