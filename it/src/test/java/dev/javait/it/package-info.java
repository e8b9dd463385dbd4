/** What strangers do with the built jars, done in processes of their own. */
package dev.javait.it;
