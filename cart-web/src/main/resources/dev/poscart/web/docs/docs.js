SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#contract',
  // The default asks a validator on the internet.
  validatorUrl: null,
  deepLinking: true,
  showExtensions: true,
  defaultModelsExpandDepth: 0,
});
