import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const candor: MantineColorsTuple = ['#e8f6f3', '#cdeae4', '#a0d8cd', '#6fc5b6', '#45b3a2', '#22a08e', '#0f8a7a', '#0b7468', '#095f55', '#064a43'];
const gray: MantineColorsTuple = ['#f7f8f8', '#f0f2f2', '#e5e8e9', '#d6dadc', '#c3c8cb', '#9ba2a7', '#70787e', '#535a60', '#373d42', '#1f2326'];
const dark: MantineColorsTuple = ['#d8dbde', '#bcc1c6', '#989fa6', '#6d747b', '#454b51', '#343a3f', '#272c30', '#181b1d', '#121416', '#0c0e0f'];
/** Warnings and dangers; one red that is not the detractors' orange. */
const red: MantineColorsTuple = ['#fdecee', '#f9d3d8', '#f0a5ae', '#e77684', '#df4f61', '#d4354a', '#bd2439', '#a21c2f', '#851626', '#65101c'];

const SANS = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Hebrew', 'Noto Sans Ethiopic', 'Helvetica Neue', Arial, sans-serif";
const MONO = "ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace";

/** Calm and dense: one accent, neutral greys, small type for facts. */
export const theme = createTheme({
  primaryColor: 'candor',
  primaryShade: { light: 7, dark: 7 },
  colors: { candor, gray, dark, red },
  black: '#1b1f22',
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  headings: { fontFamily: SANS, fontWeight: '600', sizes: { h1: { fontSize: '1.25rem', lineHeight: '1.3' }, h2: { fontSize: '1rem', lineHeight: '1.4' }, h3: { fontSize: '0.875rem', lineHeight: '1.4' } } },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, multiline: true, maw: 320 } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm' } },
    Modal: { defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.3 } } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.2 } } },
  },
});

/** Where Mantine's own greys are too faint to be read, ours take their place (4.5:1 on every surface used). */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#5a6167', '--mantine-color-placeholder': '#6a7177', '--mantine-color-anchor': candor[7] },
  dark: { '--mantine-color-dimmed': '#a0a7ad', '--mantine-color-placeholder': '#8f969c', '--mantine-color-anchor': candor[3], '--mantine-color-error': '#f08a96' },
});
