/** The names under which this site keeps things on the device. */

export const databaseName = 'csec-toolkits';
export const prefix = 'csec-toolkits:';
export const sheetPrefix = `${prefix}sheet:`;
/** Stands while the reader wants words kept: an id, another one each time that keeping begins. */
export const keptKey = `${prefix}kept`;
/** Stands while everything is being erased, so that other tabs hear of it and a crash does not leave half. */
export const erasingKey = `${prefix}erasing`;
/** The choice of colors. */
export const colorsKey = 'colors';
/** Before what is not on disk yet: `csec-toolkits:pending:<id of the keeping>:<key>`. */
export const pendingPrefix = `${prefix}pending:`;
