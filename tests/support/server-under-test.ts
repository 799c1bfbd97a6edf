/** The port that the browser tests serve the application on: not the one of `npm start`. */
export const PORT = 3197;
