import { asking } from './asking.ts';
import { brands } from './brands.ts';
import { call } from './call.ts';
import { compare } from './compare.ts';
import { corrections } from './corrections.ts';
import { customers } from './customers.ts';
import { exclusions } from './exclusions.ts';
import { figures } from './figures.ts';
import { inbox } from './inbox.ts';
import { ledger } from './ledger.ts';
import { official } from './official.ts';
import { problems } from './problems.ts';
import { programme } from './programme.ts';
import { reports } from './reports.ts';
import { scores } from './scores.ts';
import { shell } from './shell.ts';
import { signals } from './signals.ts';

/** Hebrew. */
export const he = { ...shell, ...figures, ...scores, ...inbox, ...programme, ...asking, ...brands, ...call, ...ledger, ...exclusions, ...customers, ...corrections, ...compare, ...official, ...reports, ...signals, ...problems };
