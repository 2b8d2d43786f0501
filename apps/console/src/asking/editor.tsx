import { useBlocker } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import type { Programme } from '../catalog/catalog.ts';
import { usePut } from '../programme/use-put.ts';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import type { Preset } from '../time/range.ts';
import { AccountFields } from './account-fields.tsx';
import { AfterwardsFields } from './afterwards-fields.tsx';
import classes from './asking.module.css';
import { DryRunPanel } from './dry-run-panel.tsx';
import { isShownByFields } from './fields.ts';
import { HowFields } from './how-fields.tsx';
import { HowOftenFields } from './how-often-fields.tsx';
import { contentOf, draftOf, newPolicy, type PolicyDraft } from './policy.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { SavePanel } from './save-panel.tsx';
import { TouchpointsPanel } from './touchpoints-panel.tsx';
import { useDryRun } from './use-dry-run.ts';
import { WalkFields } from './walk-fields.tsx';
import { WhatFields } from './what-fields.tsx';
import { WhenFields } from './when-fields.tsx';
import { WhomFields } from './whom-fields.tsx';

interface EditorProps {
  readonly programmeKey: string;
  /** Null: it does not exist before it is saved. */
  readonly programme: Programme | null;
  readonly name: string;
  readonly onCreated: () => void;
}

/** A programme's whole policy, and beside it what it would have done and what people will read. */
export function Editor({ programmeKey, programme, name, onCreated }: EditorProps) {
  const { t } = useTranslation();
  const session = useSession();
  const mayEdit = may(session, 'catalog:write') && session.units === null;
  const [base, setBase] = useState(programme);
  const start = base === null ? { ...newPolicy, name } : draftOf(base);
  const [draft, setDraft] = useState<PolicyDraft>(start);
  const [resets, setResets] = useState(0);
  const [period, setPeriod] = useState<Preset>('30d');
  const [tried, setTried] = useState('');
  const now = JSON.stringify({ draft, period });
  const changed = base === null || JSON.stringify(draft) !== JSON.stringify(start);
  const put = usePut('programmes', onCreated);
  const run = useDryRun(programmeKey, () => contentOf(draft, base), period);
  const adopt = (version: Programme): void => {
    setBase(version);
    setDraft(draftOf(version));
    setResets((count) => count + 1);
  };
  const newer = programme !== null && programme.version !== base?.version ? programme : null;
  // What was saved is the next version; what somebody else published is taken over only where it costs nothing that was typed.
  if (newer && (!changed || put.isSuccess)) adopt(newer);
  useBlocker({ shouldBlockFn: () => mayEdit && base !== null && changed && !put.isSuccess && !window.confirm(t('asking.leave')), enableBeforeUnload: () => mayEdit && changed && !put.isSuccess });

  const refused = put.error instanceof ApiProblem ? put.error : run.error instanceof ApiProblem ? run.error.within('policy') : null;
  const set = (change: Partial<PolicyDraft>): void => {
    if (put.isSuccess) put.reset();
    setDraft((before) => ({ ...before, ...change }));
  };
  const fields = { draft, set, problem: refused };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    run.reset();
    put.mutate({ key: programmeKey, content: contentOf(draft, base) });
  };
  const tryIt = (): void => {
    put.reset();
    setTried(now);
    run.mutate();
  };
  const reset = (): void => {
    put.reset();
    run.reset();
    if (newer ?? base) adopt((newer ?? base)!);
  };
  return (
    <div className={classes['editor']}>
      <form id="policy" className={classes['main']} onSubmit={submit}>
        <fieldset key={resets} disabled={!mayEdit} className={classes['fieldset']}>
          <WhatFields {...fields} />
          <WhomFields {...fields} />
          <AccountFields {...fields} />
          <WalkFields {...fields} programme={programmeKey} />
          <WhenFields {...fields} />
          <HowFields {...fields} />
          <HowOftenFields {...fields} />
          <AfterwardsFields {...fields} />
        </fieldset>
      </form>
      <div className={classes['side']}>
        {mayEdit && <SavePanel programme={base} newer={newer} changed={changed} busy={put.isPending} error={put.error} onReset={reset} />}
        {mayEdit && may(session, 'decisions:read') && programme !== null && <DryRunPanel run={run} onRun={tryIt} period={period} onPeriod={setPeriod} stale={tried !== now} told={refused !== null && isShownByFields(refused)} />}
        <PreviewPanel programme={programme?.key ?? null} channels={draft.channels} languages={draft.languages} />
      </div>
      {programme !== null && <div className={classes['below']}><TouchpointsPanel programme={programme.key} mayEdit={mayEdit} /></div>}
    </div>
  );
}
