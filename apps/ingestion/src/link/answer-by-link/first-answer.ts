import type { Programme } from '@candor/catalog-copy';
import { askedMeasure, declaredCuts, type Channel } from '@candor/contracts';
import { localTime } from '../../coordinates/local-time.ts';
import { redact } from '../../redaction/redact.ts';
import type { Answer, Recording } from '../../response/answer.ts';
import type { LinkEntity } from '../link.entity.ts';
import type { Submission } from './submission.ts';

export interface FirstAnswer {
  readonly id: string;
  readonly link: LinkEntity;
  readonly programme: Pick<Programme, 'anonymous' | 'audience' | 'cuts'>;
  /** Root to unit, as the tree is now. */
  readonly path: readonly string[];
  readonly submission: Submission & { readonly score: number; readonly recording?: Recording };
  /** Of the page or the messages that were answered. */
  readonly language: string;
  /** Which the answer came on; the invitation may have gone out on another. */
  readonly channel: Channel;
  /** Which of the invitation's messages it came by. */
  readonly message?: number | undefined;
}

/** The answer to an invitation, with the coordinates frozen. In an anonymous programme it names nobody (domain 2.1). */
export function firstAnswer({ id, link, programme, path, submission, language, channel, message }: FirstAnswer, now: Date): Answer {
  const { score, comment, recording } = submission;
  return {
    id, revision: 1, state: 'counted', measure: askedMeasure(programme), score,
    coordinates: {
      programme: link.programme, touchpoint: link.touchpoint, path: [...path], ...localTime(now, link.timeZone), channel,
      ...(link.servedBy !== null && { servedBy: link.servedBy }),
      ...(link.product !== null && { product: link.product }),
      ...(link.segment !== null && { segment: link.segment }),
      ...(link.account !== null && { account: link.account }),
      language, survey: link.survey, selection: link.selection, ...declaredCuts(programme),
    },
    ...(comment && { comment: redact(comment) }),
    ...(recording && { recording }),
    invitation: link.invitation,
    ...(!programme.anonymous && { ...(message !== undefined && { message }), person: link.person, consent: { contact: submission.contact ?? false, name: submission.name ?? false } }),
    answeredAt: now, recordedAt: now, changedAt: now,
  };
}
