package dev.poscart.architecture.broken.web.common;

interface NoVaguePackageNames {}
