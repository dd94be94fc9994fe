import type { MantineColorsTuple } from '@mantine/core';

/** Ink blue: the product's own colour. Shade 8 carries white text at 8:1, shade 4 reads on dark at 6:1. */
export const accord: MantineColorsTuple = [
  '#f0f3fb',
  '#dfe5f5',
  '#bdc9ea',
  '#9bacdf',
  '#8399d8',
  '#6a82cb',
  '#546dbb',
  '#445ba9',
  '#34489a',
  '#273777',
];

/** Cool greys; 6 is the quietest that still reads as text on white (5.9:1). */
export const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#eff1f5',
  '#e4e7ed',
  '#d4d8e0',
  '#bfc5d0',
  '#8d96a5',
  '#5c6676',
  '#485160',
  '#313844',
  '#1c212a',
];

/** The dark scheme's ladder from text (0) over lines (4) to the page (7). */
export const dark: MantineColorsTuple = [
  '#dfe3ea',
  '#b9c0cc',
  '#98a1b1',
  '#6d7686',
  '#3a4250',
  '#2b323e',
  '#1f252f',
  '#161a22',
  '#10131a',
  '#0b0d12',
];

export const teal: MantineColorsTuple = [
  '#ecf7f4',
  '#d5ede6',
  '#a9dacb',
  '#7cc7b0',
  '#5bb99c',
  '#3da586',
  '#2a8c70',
  '#1d7a61',
  '#12684f',
  '#0a4e3b',
];

export const amber: MantineColorsTuple = [
  '#fef6e6',
  '#fbe9c5',
  '#f6d48d',
  '#f1be55',
  '#ecac2c',
  '#d3911a',
  '#ae7310',
  '#94600b',
  '#7d4f06',
  '#5e3b03',
];

export const red: MantineColorsTuple = [
  '#fdf0ee',
  '#fadcd8',
  '#f4b8b0',
  '#ee948a',
  '#e9796d',
  '#d95748',
  '#c44133',
  '#b53527',
  '#a12a1e',
  '#7a1e15',
];
