import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { parseSearch, stringifySearch } from '../filters/search-string.ts';
import { parseSelection } from '../filters/selection.ts';
import { parseAskingSearch } from '../asking/asking-search.ts';
import { parseCompareSearch } from '../compare/compare-search.ts';
import { parseCustomersSearch } from '../customers/customers-search.ts';
import { parseExclusionsSearch } from '../exclusions/exclusions-search.ts';
import { parseFunnelSearch } from '../funnel/funnel-search.ts';
import { parseInboxSearch } from '../inbox/inbox-search.ts';
import { parseAnswersSearch } from '../answers/answers-search.ts';
import { parseInteractionsSearch } from '../interactions/ledger-search.ts';
import { parseJourney } from '../journey/journey-search.ts';
import { parseOfficialSearch } from '../official/official-search.ts';
import { parseOperationsSearch } from '../operations/operations-search.ts';
import { parseProgrammeSearch } from '../programme/programme-search.ts';
import { parseReportSearch } from '../report/report-search.ts';
import { parseScoresSearch } from '../scores/scores-search.ts';
import { parseSignalsSearch } from '../signals/signals-search.ts';
import { NotFound } from './not-found.tsx';
import { PageFailed } from './page-failed.tsx';
import { Root } from './root.tsx';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: PageFailed });

const home = createRoute({ getParentRoute: () => root, path: '/', validateSearch: parseSelection }).lazy(async () => (await import('../home/home.route.tsx')).Route);
const inbox = createRoute({ getParentRoute: () => root, path: '/inbox', validateSearch: parseInboxSearch }).lazy(async () => (await import('../inbox/inbox.route.tsx')).Route);
const oneCase = createRoute({ getParentRoute: () => inbox, path: '/$caseId' }).lazy(async () => (await import('../inbox/case.route.tsx')).Route);
const scores = createRoute({ getParentRoute: () => root, path: '/scores', validateSearch: parseScoresSearch }).lazy(async () => (await import('../scores/scores.route.tsx')).Route);
const compare = createRoute({ getParentRoute: () => root, path: '/compare', validateSearch: parseCompareSearch }).lazy(async () => (await import('../compare/compare.route.tsx')).Route);
const answers = createRoute({ getParentRoute: () => root, path: '/answers', validateSearch: parseAnswersSearch }).lazy(async () => (await import('../answers/answers.route.tsx')).Route);
const signals = createRoute({ getParentRoute: () => root, path: '/signals', validateSearch: parseSignalsSearch }).lazy(async () => (await import('../signals/signals.route.tsx')).Route);
const official = createRoute({ getParentRoute: () => root, path: '/official', validateSearch: parseOfficialSearch }).lazy(async () => (await import('../official/official.route.tsx')).Route);
const interactions = createRoute({ getParentRoute: () => root, path: '/interactions', validateSearch: parseInteractionsSearch }).lazy(async () => (await import('../interactions/interactions.route.tsx')).Route);
const journey = createRoute({ getParentRoute: () => root, path: '/interactions/journey', validateSearch: parseJourney }).lazy(async () => (await import('../journey/journey.route.tsx')).Route);
const funnel = createRoute({ getParentRoute: () => root, path: '/funnel', validateSearch: parseFunnelSearch }).lazy(async () => (await import('../funnel/funnel.route.tsx')).Route);
const reports = createRoute({ getParentRoute: () => root, path: '/reports', validateSearch: parseReportSearch }).lazy(async () => (await import('../report/reports.route.tsx')).Route);
const report = createRoute({ getParentRoute: () => root, path: '/reports/$quarter', validateSearch: parseReportSearch }).lazy(async () => (await import('../report/report.route.tsx')).Route);
const customers = createRoute({ getParentRoute: () => root, path: '/customers', validateSearch: parseCustomersSearch }).lazy(async () => (await import('../customers/customers.route.tsx')).Route);
const exclusions = createRoute({ getParentRoute: () => root, path: '/exclusions', validateSearch: parseExclusionsSearch }).lazy(async () => (await import('../exclusions/exclusions.route.tsx')).Route);
const asking = createRoute({ getParentRoute: () => root, path: '/programme/$programmeKey', validateSearch: parseAskingSearch }).lazy(async () => (await import('../asking/programme.route.tsx')).Route);
const programme = createRoute({ getParentRoute: () => root, path: '/programme', validateSearch: parseProgrammeSearch }).lazy(async () => (await import('../programme/programme.route.tsx')).Route);
const operations = createRoute({ getParentRoute: () => root, path: '/operations', validateSearch: parseOperationsSearch }).lazy(async () => (await import('../operations/operations.route.tsx')).Route);

/** One page per folder, loaded when it is first opened. Every address can be shared: all filters stand in it. */
export const router = createRouter({
  routeTree: root.addChildren([home, inbox.addChildren([oneCase]), scores, compare, answers, signals, funnel, reports, report, official, interactions, journey, customers, exclusions, programme, asking, operations]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
