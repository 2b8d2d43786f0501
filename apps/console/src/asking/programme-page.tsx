import { Skeleton } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Page } from '../app/page.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useProgrammes } from '../catalog/catalog.ts';
import classes from './asking.module.css';
import { Editor } from './editor.tsx';

const route = getRouteApi('/programme/$programmeKey');

/** One programme: whom it asks, when, how and how often. */
export function AskingPage() {
  const { t } = useTranslation();
  const { programmeKey } = route.useParams();
  const { create } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useProgrammes();
  const programme = data?.find((one) => one.key === programmeKey) ?? null;
  const back = <Link to="/programme" search={{ tab: 'programmes' }}>{t('asking.allProgrammes')}</Link>;
  return (
    <Page title={programme?.name ?? create ?? programmeKey} aside={back}>
      {data === undefined ? (error === null ? <EditorSkeleton /> : <ProblemView error={error} onRetry={() => void refetch()} />) : programme === null && create === undefined ? <EmptyNote title={t('asking.unknown')} text={t('asking.unknownText')}>{back}</EmptyNote> : (
        <Editor key={programmeKey} programmeKey={programmeKey} programme={programme} name={create ?? ''} onCreated={() => void navigate({ search: {}, ignoreBlocker: true })} />
      )}
    </Page>
  );
}

function EditorSkeleton() {
  return <div className={classes['editor']}><div className={classes['main']}><Skeleton height={220} /><Skeleton height={260} /><Skeleton height={220} /></div><div className={classes['side']}><Skeleton height={120} /><Skeleton height={340} /></div></div>;
}
