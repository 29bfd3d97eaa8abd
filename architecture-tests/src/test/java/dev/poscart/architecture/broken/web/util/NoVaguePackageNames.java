package dev.poscart.architecture.broken.web.util;

interface NoVaguePackageNames {}
