import { Badge, Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconHandStop, IconTrendingDown, IconTrendingUp, IconUserQuestion, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../app/waiting.tsx';
import { useNames } from '../catalog/catalog.ts';
import { useSession } from '../session/session.ts';
import { Ago } from '../time/ago.tsx';
import { Acknowledge } from './acknowledge.tsx';
import { AttackFigures } from './attack-figures.tsx';
import { BehindSignal } from './behind-signal.tsx';
import { ChangeFigures } from './change-figures.tsx';
import { FairnessFigures } from './fairness-figures.tsx';
import { mayAcknowledge, type Kind, type Signal, type Why } from './signal.ts';
import classes from './signals.module.css';
import { useSentence } from './use-sentence.ts';
import { useSignalHistory } from './use-signals.ts';

const ICONS: Readonly<Record<Kind, Icon>> = { drop: IconTrendingDown, rise: IconTrendingUp, attack: IconAlertTriangle, begging: IconHandStop, 'cherry-picking': IconUserQuestion };

/** One signal: what it says in plain words, the figures it says so by, and what became of it. */
export function SignalCard({ signal }: { signal: Signal }) {
  const { t } = useTranslation();
  const names = useNames();
  const session = useSession();
  const sentence = useSentence();
  const [shown, { toggle }] = useDisclosure();
  const Sign = ICONS[signal.kind];
  const { acknowledged, state, end, endedAt } = signal;
  return (
    <article className={classes['card']} data-kind={signal.kind} data-state={state}>
      <header>
        <Sign size={20} stroke={1.8} aria-hidden />
        <h2>{t(`signals.kind.${signal.kind}`)}: <bdi>{signal.servedBy ?? names.unit(signal.unit)}</bdi></h2>
        <Badge variant={state === 'open' ? 'filled' : 'light'} color={state === 'open' ? 'dark' : 'gray'} tt="none">{t(end === null ? 'signals.stillOpen' : `signals.end.${end}`)}</Badge>
        <span className="quiet"><Ago at={signal.openedAt} zone={names.zone(signal.unit)} />{endedAt !== null && <> – <Ago at={endedAt} zone={names.zone(signal.unit)} /></>}</span>
      </header>
      <p className="quiet"><bdi>{names.touchpoint(signal.touchpoint)}</bdi> · <bdi>{names.unit(signal.unit)}</bdi> · <bdi>{names.programme(signal.programme)}</bdi></p>
      <p className={classes['sentence']}>{sentence(signal, signal.raised)}</p>
      <Figures why={signal.raised} />
      {acknowledged && <p className={classes['note']}>{t('signals.acknowledgedBy', { who: acknowledged.name })} <Ago at={acknowledged.at} />: <bdi>{acknowledged.note}</bdi></p>}
      <footer>
        <BehindSignal signal={signal} />
        <Button size="compact-sm" variant="subtle" color="gray" aria-expanded={shown} onClick={toggle}>{t('signals.history')}</Button>
        {state === 'open' && acknowledged === null && mayAcknowledge(session, signal.kind) && <Acknowledge id={signal.id} />}
      </footer>
      {shown && <History signal={signal} />}
    </article>
  );
}

function Figures({ why }: { why: Why }) {
  if (why.of === 'change') return <ChangeFigures why={why} />;
  return why.of === 'attack' ? <AttackFigures why={why} /> : <FairnessFigures why={why} />;
}

function History({ signal }: { signal: Signal }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const past = useSignalHistory(signal.id, true);
  const { data } = past;
  if (data === undefined) return <Waiting on={[past]}><Skeleton height={60} /></Waiting>;
  return (
    <ol className={classes['history']}>
      {data.history.map(({ what, at, by, note, why }, i) => (
        <li key={i}><b>{t(`signals.what.${what}`)}</b> <span className="quiet"><Ago at={at} /></span> <span>{note === null ? why && sentence(signal, why) : <><bdi>{by}</bdi>: <bdi>{note}</bdi></>}</span></li>
      ))}
    </ol>
  );
}
