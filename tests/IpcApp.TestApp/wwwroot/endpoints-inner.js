'use strict';

// Asks an endpoint, in the one way in which a page of another origin could without the answer being kept from leaving.
fetch(`/api/parcels/${location.search.slice(1)}`, { mode: 'no-cors' })
  .catch(() => {})
  .then(() => parent.postMessage('asked', '*'));
