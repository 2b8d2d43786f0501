import { GOWAN_BANDS, type Band } from '@candor/nps';

export interface Industry {
  key: string;
  name: string;
  /** The NPS that is usual in it. */
  norm: number;
  source: string;
}

export interface Company {
  key: string;
  name: string;
  nps: number;
  /** Whether we and they want the same customers: the first of the three questions asks about these. */
  rival: boolean;
  source: string;
}

/** What share of those who were reached should answer on a channel, 0 to 1. */
export interface ResponseRate {
  key: string;
  norm: number;
  source: string;
}

export interface Norms {
  bands: readonly Band[];
  industries: readonly Industry[];
  companies: readonly Company[];
  responseRates: readonly ResponseRate[];
}

const QUOTED = 'As quoted in articles; not of one market or year';
const industry = (key: string, name: string, norm: number): Industry => ({ key, name, norm, source: QUOTED });
const company = (key: string, name: string, nps: number): Company => ({ key, name, nps, rival: false, source: QUOTED });

/**
 * What an installation starts with (domain 5.2 to 5.4): data, to be replaced by what is known of one's own market. Norms of other countries
 * and markets say nothing about one's own.
 */
export const GIVEN: Norms = {
  bands: GOWAN_BANDS,
  industries: [
    industry('digital-retail', 'Digital retail', 30), industry('grocery', 'Grocery', 49), industry('banks', 'Banks', 10), industry('airlines', 'Airlines', 15),
    industry('insurance', 'Insurance', 30), industry('online-shop', 'Online shops', 20), industry('consulting', 'Consulting', 40), industry('telecom', 'Telecommunication', 32),
  ],
  companies: [
    company('usaa', 'USAA', 87), company('trader-joes', 'Trader Joe\'s', 82), company('wegmans', 'Wegmans', 78), company('pizza-hut', 'Pizza Hut', 78), company('costco', 'Costco', 77),
    company('apple', 'Apple', 72), company('amazon', 'Amazon', 70), company('southwest', 'Southwest', 62), company('first-direct', 'First Direct', 61), company('jetblue', 'JetBlue', 56),
    company('virgin-america', 'Virgin America', 48), company('uber', 'Uber', 37), company('united', 'United', 10), company('lyft', 'Lyft', 9), company('mcafee', 'McAfee', 2),
    company('mcdonalds', 'McDonald\'s', -8), company('comcast', 'Comcast', -17), company('hsbc', 'HSBC', -24),
  ],
  // Domain 1.6: "respondents must not be below 65 %", for any survey.
  responseRates: ['email', 'sms', 'voice'].map((key) => ({ key, norm: 0.65, source: 'The field guide, for any survey' })),
};
