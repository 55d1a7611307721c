/** Where “Leave this page” leads: a page that many people have open, that says nothing of this one. */
export const awayFromHere = 'https://www.weather.gov/';
