package dev.poscart.architecture.broken.web;

import com.nimbusds.jwt.SignedJWT;

interface TokenLibraryOnlyWhereTokensAreRead {
  SignedJWT badToken();
}
