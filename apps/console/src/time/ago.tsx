import { Tooltip } from '@mantine/core';
import { useLanguage } from '../i18n/language.ts';
import { useNow } from './clock.ts';
import { absolute, relative } from './relative.ts';

/** A relative time; the absolute one, in the unit's zone, on hover. */
export function Ago({ at, zone }: { at: string; zone?: string | undefined }) {
  const { language } = useLanguage();
  const now = useNow();
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return <span>{at}</span>;
  return (
    <Tooltip label={absolute(instant, language, zone)}>
      <time dateTime={at} className="figure">{relative(instant, now, language)}</time>
    </Tooltip>
  );
}
