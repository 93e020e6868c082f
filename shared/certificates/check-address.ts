/** Where things are: the API, and the pages for people if they are served under a domain of the bureau's. */
export interface Addresses {
  readonly api: string;
  readonly clients: string | undefined;
}

/**
 * Where a certificate's QR code leads: to the page that says in words what the code stands for. The code stands behind
 * `#`, so that no server of files and no log of addresses learns it. A bureau on trial, without a domain for its
 * clients, leads to the API's own answer.
 */
export const checkAddress =
  ({ api, clients }: Addresses) =>
  (code: string): string =>
    clients === undefined ? `${api}/v1/certificates/${code}` : `${clients}/#/certificates/${code}`;
