// The library's version as receipts name it: stated here since src reads no file, and held equal to package.json by a test.
export const VERSION = '0.1.0';
