package dev.poscart.architecture.broken.web;

interface NoVagueClassNames {
  interface BadUtil {}

  interface BadUtils {}

  interface BadHelper {}

  interface BadManager {}

  interface BadImpl {}

  interface GoodImplication {}
}
