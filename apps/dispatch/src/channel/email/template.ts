import type { Audience, MailWords } from './words/index.ts';

const FONT = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Hebrew', 'Noto Sans Ethiopic', Nyala, 'Noto Sans Arabic', Helvetica, Arial, sans-serif";

/** How the mail looks: words as HTML, with places; a colour; the address of a logo, as HTML. */
export interface Look {
  words: MailWords;
  colour: string | null;
  logoUrl: string | null;
}

/**
 * The scale as eleven links that differ in nothing but their number: no colour or face may hint at segments, and it runs from left to right in every language
 * (domain 9.6). Links wrap into two rows on a phone; Outlook, which knows no inline blocks, gets a table row.
 */
function scaleLinks(words: MailWords): string {
  const cell = (score: number): string => {
    const meaning = words.scale[score as 0 | 5 | 10];
    const label = meaning ? ` aria-label="${score}, ${meaning}"` : '';
    return `<!--[if mso]><td width="44" height="44" align="center" style="border:1px solid #8b94a3"><![endif]--><a class="score" href="{{answer}}?score=${score}{{through}}"${label}>${score}</a><!--[if mso]></td><![endif]-->`;
  };
  const cells = Array.from({ length: 11 }, (_, score) => cell(score)).join('');
  return `<div class="scale" dir="ltr"><!--[if mso]><table role="presentation" cellspacing="4" align="center"><tr><![endif]-->${cells}<!--[if mso]></tr></table><![endif]--></div>`;
}

/** Who it is from: the name, or their logo. The colour stays away from the scale (domain 9.6). */
function letterhead({ colour, logoUrl }: Look): string {
  const line = colour === null ? '' : `<mj-section background-color="${colour}" padding="0"><mj-column padding="0"><mj-spacer height="6px" /></mj-column></mj-section>`;
  const name = logoUrl === null ? '<bdi>{{brand}}</bdi>' : `<img src="${logoUrl}" alt="{{brand}}" height="40" style="display:block;height:40px;width:auto;border:0" />`;
  return `${line}
    <mj-section padding="24px 16px 0">
      <mj-column padding="0 8px">
        <mj-text css-class="ink" font-weight="700" font-size="17px" padding="0 0 12px">${name}</mj-text>
      </mj-column>
    </mj-section>`;
}

/** The MJML of the mail to one audience in one language, with places (`{{name}}`) for what differs between recipients. */
export function mailTemplate(look: Look, audience: Audience): string {
  const { words } = look;
  const align = words.direction === 'rtl' ? 'right' : 'left';
  const isolated = (text: string): string => text.replace(/\{\{(\w+)\}\}/g, '<bdi>{{$1}}</bdi>');
  const meaning = (score: 0 | 5 | 10, align: string): string => `<span class="meaning" dir="${words.direction}" style="text-align:${align}">${score} = ${words.scale[score]}</span>`;
  const meanings = `<div class="meanings" dir="ltr">${meaning(0, 'left')}${meaning(5, 'center')}${meaning(10, 'right')}</div>`;
  return `
<mjml lang="${words.language}" dir="${words.direction}">
  <mj-head>
    <mj-title>${words.subject}</mj-title>
    <mj-preview>${words.preview}</mj-preview>
    <mj-breakpoint width="600px" />
    <mj-attributes>
      <mj-all font-family="${FONT}" />
      <mj-section direction="${words.direction}" />
      <mj-column direction="${words.direction}" />
      <mj-text align="${align}" color="#1c2430" font-size="16px" line-height="1.5" padding="0" />
    </mj-attributes>
    <mj-style inline="inline">
      .scale { text-align: center; line-height: 0; font-size: 0 }
      .score { display: inline-block; box-sizing: border-box; width: 42px; height: 46px; line-height: 44px; margin: 3px 2px; border: 1px solid #8b94a3; border-radius: 8px; background: #ffffff; color: #1c2430; font-size: 18px; font-weight: 600; text-align: center; text-decoration: none }
      .meanings { max-width: 502px; margin: 0 auto; text-align: center; font-size: 0 }
      .meaning { display: inline-block; width: 33.3%; font-size: 14px; color: #5b6573 }
      .quiet { color: #5b6573 }
    </mj-style>
    <mj-raw>
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
    </mj-raw>
    <mj-style>
      @media (max-width: 599px) { .score { width: 14.6% !important; margin: 3px 0.9% !important } .meaning { width: auto !important; margin: 0 8px !important; white-space: nowrap } }
      @media (prefers-color-scheme: dark) {
        .page, .page > div { background: #12161c !important }
        .card, .card > table, .card > table > tbody > tr > td { background: #1c222b !important }
        .ink div, .ink bdi { color: #eef1f5 !important }
        .soft div, .soft a, .soft bdi, .soft span { color: #aab3c0 !important }
        .score { background: #1c222b !important; color: #eef1f5 !important; border-color: #7b8594 !important }
      }
    </mj-style>
  </mj-head>
  <mj-body width="600px" background-color="#f3f4f6" css-class="page">
    ${letterhead(look)}
    <mj-section background-color="#ffffff" border-radius="12px" padding="28px 16px" css-class="card">
      <mj-column padding="0 8px">
        <mj-text css-class="ink">{{greeting}}</mj-text>
        <mj-text css-class="soft" font-size="14px" color="#5b6573" padding="10px 0 0"><bdi>{{touchpoint}}</bdi> · <bdi>{{unit}}</bdi> · <bdi>{{date}}</bdi></mj-text>
        <mj-text css-class="ink" font-size="22px" line-height="1.35" font-weight="600" padding="14px 0 18px">${isolated(words.question[audience])}</mj-text>
        <mj-text padding="0 0 8px">${scaleLinks(words)}</mj-text>
        <mj-text css-class="soft" align="center" padding="0 0 18px">${meanings}</mj-text>
        <mj-text css-class="soft" font-size="14px" color="#5b6573">${words.instruction}</mj-text>
      </mj-column>
    </mj-section>
    <mj-section padding="16px 16px 32px">
      <mj-column padding="0 8px">
        <mj-text css-class="soft" font-size="13px" color="#5b6573">${isolated(words.footer)}<br /><a class="quiet" href="{{unsubscribe}}">${words.unsubscribe}</a>{{pixel}}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;
}
