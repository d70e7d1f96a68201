// Whether a page is read under an address that others reach: no file, and no machine of an editor who looks at the site.

const LOCAL = /^(localhost|127\.|\[::1\]|0\.0\.0\.0)/;

/** Whether the address of this page is one that can be told to others. */
export const isPublished = () => location.protocol.startsWith("http") && !LOCAL.test(location.host);
