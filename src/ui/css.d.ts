/** Styles of extension pages are bundled beside their script. */
declare module '*.css';
