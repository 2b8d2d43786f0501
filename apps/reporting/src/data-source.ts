import type { DatabaseOptions } from '@candor/database';
import { messagingMigrations } from '@candor/messaging';
import { CreateScoreCells1795330000000 } from './migrations/1795330000000-create-score-cells.ts';
import { CreateFacts1795330100000 } from './migrations/1795330100000-create-facts.ts';
import { CreateBiAccess1795330200000 } from './migrations/1795330200000-create-bi-access.ts';
import { CreateNorms1795340000000 } from './migrations/1795340000000-create-norms.ts';
import { CountOpenings1795383300000 } from './migrations/1795383300000-count-openings.ts';
import { KeepWeights1795390700000 } from './migrations/1795390700000-keep-weights.ts';
import { PlaceAsKnownNow1795390500000 } from './migrations/1795390500000-place-as-known-now.ts';
import { CreateOfficialFigures1795350000000 } from './migrations/1795350000000-create-official-figures.ts';
import { AddWhatReportsCompare1795410000000 } from './migrations/1795410000000-add-what-reports-compare.ts';
import { CompareSilence1795410100000 } from './migrations/1795410100000-compare-silence.ts';
import { TimeTheLoop1795410200000 } from './migrations/1795410200000-time-the-loop.ts';
import { PublishInBatches1795420190000 } from './migrations/1795420190000-publish-in-batches.ts';
import { KeepCuts1795440100000 } from './migrations/1795440100000-keep-cuts.ts';
import { KeepWhatFactsCountBy1795462000000 } from './migrations/1795462000000-keep-what-facts-count-by.ts';
import { KeepWhatWasAskedFor1795463000000 } from './migrations/1795463000000-keep-what-was-asked-for.ts';
import { NameWhoPublished1795461200000 } from './migrations/1795461200000-name-who-published.ts';
import { HearOfRivals1795500000100 } from './migrations/1795500000100-hear-of-rivals.ts';
import { HearOfReferrals1795500000200 } from './migrations/1795500000200-hear-of-referrals.ts';
import { TimeScores1795500000300 } from './migrations/1795500000300-time-scores.ts';
import { TellBiMore1795630000100 } from './migrations/1795630000100-tell-bi-more.ts';
import { KnowWhoPosted1795640000100 } from './migrations/1795640000100-know-who-posted.ts';
import { WatchForSignals1795430000000 } from './migrations/1795430000000-watch-for-signals.ts';

/** No entities: rows come and go in sets, by statements that stand beside what they are for. */
export const databaseOptions = (url: string): DatabaseOptions => ({
  url,
  schema: 'reporting',
  entities: [],
  migrations: [...messagingMigrations(), CreateScoreCells1795330000000, CreateFacts1795330100000, CreateBiAccess1795330200000, CreateNorms1795340000000, CreateOfficialFigures1795350000000, CountOpenings1795383300000, PlaceAsKnownNow1795390500000, KeepWeights1795390700000, AddWhatReportsCompare1795410000000, CompareSilence1795410100000, TimeTheLoop1795410200000, PublishInBatches1795420190000, WatchForSignals1795430000000, NameWhoPublished1795461200000, KeepCuts1795440100000, KeepWhatFactsCountBy1795462000000, KeepWhatWasAskedFor1795463000000, HearOfRivals1795500000100, HearOfReferrals1795500000200, TimeScores1795500000300, TellBiMore1795630000100, KnowWhoPosted1795640000100],
});
