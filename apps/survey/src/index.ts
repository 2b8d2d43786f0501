export * from './languages/messages.ts';
export * from './languages/choose.ts';
export * from './page/survey.ts';
export * from './page/render.ts';
export { PAGE_HEADERS } from './page/assets.ts';
