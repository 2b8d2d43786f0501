import { FAULT_MODES } from '../faults/faults.ts';
import { htmlPage } from './html.ts';

const MODES = FAULT_MODES.map((mode) => `<option value="${mode}">${mode}</option>`).join('');

const wire = (line: string, name: string, provider: string): string =>
  `<label class="wire" data-line="${line}"><span class="lamp" aria-hidden="true"></span><span class="wire-name">${name}<small>${provider}</small></span><select aria-label="${name}, ${provider}: how it behaves">${MODES}</select></label>`;

const KEYS = [['1', ''], ['2', 'ABC'], ['3', 'DEF'], ['4', 'GHI'], ['5', 'JKL'], ['6', 'MNO'], ['7', 'PQRS'], ['8', 'TUV'], ['9', 'WXYZ'], ['*', ''], ['0', '+'], ['#', '']] as const;
const keypad = KEYS.map(([key, letters]) => `<button type="button" class="key" data-key="${key}"><b>${key}</b><i aria-hidden="true">${letters}</i></button>`).join('');

/** Drawn here: not every machine has the signs in its fonts. */
const icon = (path: string): string => `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
const PHONE = icon('M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11.4 11.4 0 0 0 3.6.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57a1 1 0 0 1-.25 1z');
const SPEAKER = icon('M3 9v6h4l5 5V4L7 9zm12.5 3a3.5 3.5 0 0 0-2-3.15v6.3a3.5 3.5 0 0 0 2-3.15zm-2-8v2.1a6 6 0 0 1 0 11.8V20a8 8 0 0 0 0-16z');
const MICROPHONE = icon('M12 15a3 3 0 0 0 3-3V5a3 3 0 0 0-6 0v7a3 3 0 0 0 3 3zm5-3a5 5 0 0 1-10 0H5a7 7 0 0 0 6 6.9V22h2v-3.1a7 7 0 0 0 6-6.9z');

const SPECIAL: readonly (readonly [string, string])[] = [
  ['…990001', 'SMS: no such number'], ['…990002', 'SMS: accepted, never arrives'], ['…990003', 'SMS: nobody ever learns'], ['…990004', 'SMS: said stop to the operator'], ['…990005', 'SMS: arrives 10 s late'],
  ['…990011', 'Call: busy'], ['…990012', 'Call: nobody picks up'], ['…990013', 'Call: fails'], ['…990014', 'Call: answering machine'], ['@bounce.example', 'E-mail: refused for good'], ['@returns.example', 'E-mail: taken, then returned'],
  ['@full.example', 'E-mail: returned, mailbox full'], ['@complains.example', 'E-mail: marked as spam'],
];
const special = `<details class="special"><summary>Special numbers</summary><dl>${SPECIAL.map(([ending, meaning]) => `<div><dt>${ending}</dt><dd>${meaning}</dd></div>`).join('')}</dl></details>`;

const mail = `
<section class="place card" id="mail" aria-label="Mailbox">
  <div class="shell" id="shell">
    <div class="list">
      <div class="search"><input id="search" type="search" placeholder="Filter by recipient" aria-label="Filter mail by recipient" autocomplete="off"></div>
      <ol id="messages" aria-live="off"></ol>
      <p id="empty" class="quiet" hidden></p>
      <button id="newer" class="newer" hidden></button>
      <button id="more" class="more" hidden>Older mail</button>
    </div>
    <article class="reader" id="reader" aria-label="Message" hidden>
      <div class="head">
        <button id="back" class="back" aria-label="Back to the list">←</button>
        <div class="titles"><h1 id="subject" dir="auto"></h1><p class="facts"><span id="from" dir="auto"></span> → <span id="to" dir="ltr"></span> · <time id="at"></time></p></div>
      </div>
      <div class="tabs" role="tablist" aria-label="View">
        <button role="tab" data-view="html" aria-selected="true">Mail</button><button role="tab" data-view="text">Text</button><button role="tab" data-view="headers">Headers</button><button role="tab" data-view="links">Links</button><button role="tab" data-view="raw">Source</button>
      </div>
      <div class="view" id="view"></div>
      <div class="gives-back"><output id="gave-back" class="quiet"></output><button type="button" id="bounce" title="Its server returns it: there is no such account">Bounce it</button><button type="button" id="complain" title="Its provider passes the complaint on">Mark as spam</button></div>
    </article>
    <div class="nothing" id="nothing"><p>Choose a mail.</p><p class="quiet"><kbd>J</kbd> <kbd>K</kbd> move, links open in a new tab.</p></div>
  </div>
</section>`;

const handset = `
<section class="place device" id="sms" aria-label="Handset">
  <div class="screen">
    <div class="status" aria-hidden="true"><span class="clock"></span><span class="island"></span><span class="signal">▂▄▆</span></div>
    <div class="top"><button id="sms-back" class="round" aria-label="All conversations" hidden>‹</button><div class="who"><strong id="sms-title">Messages</strong><span id="sms-sub" class="quiet"></span></div></div>
    <div class="finder" id="sms-finder"><input id="sms-search" type="search" inputmode="tel" placeholder="Find a number" aria-label="Find a number" autocomplete="off"></div>
    <div class="flow" id="sms-flow" tabindex="0" role="region" aria-label="Messages"></div>
    <div class="quick" id="sms-quick" hidden></div>
    <form class="compose" id="sms-compose" hidden><input id="sms-text" dir="auto" autocomplete="off" maxlength="1600" placeholder="Text message" aria-label="Text message"><button class="send" aria-label="Send">↑</button></form>
  </div>
</section>`;

const phone = `
<section class="place device dark" id="call" aria-label="Phone">
  <div class="screen">
    <div class="status" aria-hidden="true"><span class="clock"></span><span class="island"></span><span class="signal">▂▄▆</span></div>
    <div id="call-others"></div>
    <div class="call-view" id="call-idle">
      <div class="top"><div class="who"><strong>Calls</strong><span class="quiet">Rings here when somebody is called</span></div><button id="sound" class="round" aria-pressed="false" aria-label="Sound" title="Speak aloud what is said">${SPEAKER}</button></div>
      <div class="finder"><input id="call-search" type="search" inputmode="tel" placeholder="Find a number" aria-label="Find a number's calls" autocomplete="off"></div>
      <div class="flow" id="call-list" tabindex="0" role="region" aria-label="Calls"></div>
    </div>
    <div class="call-view" id="call-open" hidden>
      <div class="caller"><button id="call-back" class="round" aria-label="All calls">‹</button><span class="pulse" aria-hidden="true">${PHONE}</span><strong id="call-number" dir="ltr"></strong><span id="call-status" role="status"></span><span id="call-from" dir="ltr"></span></div>
      <div class="flow transcript" id="call-transcript" tabindex="0" role="log" aria-label="What is said"></div>
      <form class="compose" id="call-speak" hidden><input id="call-words" dir="auto" autocomplete="off" maxlength="2000" placeholder="Say something after the beep" aria-label="What you say"><button class="send" aria-label="Say it">${MICROPHONE}</button></form>
      <div class="keypad" id="call-keys" hidden>${keypad}</div>
      <div class="ringing" id="call-ringing" hidden><button id="call-decline" class="decline" aria-label="Decline">${PHONE}</button><button id="call-machine" class="machine">Let the machine answer</button><button id="call-answer" class="answer" aria-label="Answer">${PHONE}</button></div>
      <div class="talking" id="call-talking" hidden><button id="call-hangup" class="decline" aria-label="Hang up">${PHONE}</button></div>
    </div>
  </div>
</section>`;

/** The page at /sandbox: a mailbox, a handset and a phone side by side, and the switches of their wires. */
export const deskPage = (): string => htmlPage('Mailbox, handset and phone', `
<header class="bar">
  <h1 class="unseen">Sandbox: mailbox, handset and phone</h1>
  <a class="brand" href="/sandbox"><span class="dot" aria-hidden="true"></span>Sandbox</a>
  <nav aria-label="Places"><a href="/">Console</a><a href="/docs">API</a></nav>
  <span id="traffic" class="traffic" role="status"></span>
  <button id="visit-open" class="primary" hidden>Be a customer</button>
</header>
<nav class="switcher" aria-label="Devices">
  <button data-place="mail" aria-pressed="true">Mail</button><button data-place="sms" aria-pressed="false">Handset</button><button data-place="call" aria-pressed="false">Phone</button><button data-place="wires" aria-pressed="false">Wires</button>
</nav>
<section class="place wires" id="wires" aria-label="Outages">
  <span class="wires-title">Wires</span>
  ${wire('email', 'E-mail', 'SMTP')}${wire('smpp', 'SMS', 'SMPP operator')}${wire('twilio', 'SMS', 'Twilio dialect')}${wire('voice', 'Phone', 'TwiML dialect')}
  ${special}
</section>
<main class="desk" id="desk">${mail}${handset}${phone}</main>
<dialog id="visit" aria-label="Be a customer"></dialog>`, { styles: ['mailbox.css', 'desk.css', 'devices.css'], scripts: ['desk.js', 'mailbox.js', 'handset.js', 'phone.js'] });
